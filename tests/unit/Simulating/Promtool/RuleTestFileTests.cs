using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Simulation.Promtool;

namespace NovaCron.Validation.Tests.Unit.Simulating.Promtool;

public sealed class RuleTestFileTests
{
    [Fact]
    public void A_file_has_the_series_and_asks_what_cannot_be() => RuleTestFile.Write(
        "rules.yml",
        TimeSpan.FromSeconds(30),
        ImmutableSortedDictionary<string, string>.Empty.Add("cluster", "it's"),
        [
            new RuleTest(
                "CacheDown, fault",
                TimeSpan.FromSeconds(15),
                [new("redis_up{a=\"b\"}", [1, 1, 1, 0, double.NaN, double.NaN, 0.00001])],
                [new Question("bad", "count(redis_up == 0)", TimeSpan.FromMinutes(2))],
                "CacheDown",
                [TimeSpan.FromSeconds(90)]),
        ]).Should().Be(
        """
        rule_files: ['rules.yml']
        evaluation_interval: 30s
        tests:
        - name: 'CacheDown, fault'
          interval: 15s
          external_labels: {'cluster': 'it''s'}
          input_series:
          - series: 'redis_up{a="b"}'
            values: '1x2 0 _x2 1E-05'
          promql_expr_test:
          - {expr: 'count(redis_up == 0) # CacheDown, fault: bad', eval_time: 2m, exp_samples: [{labels: '{never="there"}', value: 0}]}
          alert_rule_test:
          - {eval_time: 90s, alertname: 'CacheDown', exp_alerts: [{exp_labels: {never: there}}]}

        """);
}
