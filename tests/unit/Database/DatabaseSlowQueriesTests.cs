using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Database;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Database;

public sealed class DatabaseSlowQueriesTests
{
    [Fact]
    public void The_promise_is_the_strategys_unless_a_configuration_amends_it()
    {
        var documented = ScenarioCatalogue.Under(Fixtures.Load("documented").Systems, [new DatabaseSlowQueries()]).Single().Contract;
        var corrected = ScenarioCatalogue.Under(Fixtures.Load("corrected").Systems, [new DatabaseSlowQueries()]).Single().Contract;

        documented.Signal.ToQuery(new TimeScale(25)).Should().Be("rate(pg_stat_statements_mean_exec_time_seconds[12000ms])");
        corrected.Signal.ToQuery(new TimeScale(25)).Should().Be("(rate(pg_stat_statements_seconds_total[12000ms])) / (rate(pg_stat_statements_calls_total[12000ms]))");
        corrected.Should().BeEquivalentTo(documented, options => options.Excluding(c => c.Signal));
    }

    [Fact]
    public void The_simulated_counters_are_those_of_calls_that_take_two_seconds_while_the_fault_holds()
    {
        var simulated = new DatabaseSlowQueries().Simulations.Single();
        var (calls, seconds, mean) = (simulated.Series[0].Values, simulated.Series[1].Values, simulated.Series[2].Values);
        var (effect, gone) = (Scrape(simulated.Effect), Scrape(simulated.Gone));

        Mean(0, effect).Should().BeApproximately(0.002, 1e-9);
        Mean(effect, gone).Should().BeApproximately(2, 1e-9);
        Mean(gone, calls.Length - 1).Should().BeApproximately(0.002, 1e-9);
        mean[gone].Should().BeApproximately(seconds[gone] / calls[gone], 1e-9);

        double Mean(int from, int to) => (seconds[to] - seconds[from]) / (calls[to] - calls[from]);
        static int Scrape(TimeSpan? at) => (int)(at!.Value.TotalSeconds / 15);
    }
}
