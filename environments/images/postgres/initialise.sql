-- The application's role and database. Roles of the systems around it are made by the configuration under test.
CREATE ROLE novacron LOGIN;
CREATE DATABASE novacron OWNER novacron;
\connect novacron
CREATE EXTENSION pg_stat_statements;
