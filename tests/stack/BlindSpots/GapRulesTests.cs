using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Tests.Stack.BlindSpots;

/// <summary>The rules of the page on blind spots, asked of the real promtool.</summary>
public sealed partial class GapRulesTests : IAsyncLifetime
{
    private ContainerEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task Promtool_accepts_every_rule_of_the_page()
    {
        var check = new ConfigurationCheck(Context());
        Blocks.Should().HaveCountGreaterThan(8);

        foreach (var block in Blocks)
        {
            (await check.RulesAsync("rules.yml", Encoding.UTF8.GetBytes(block), CancellationToken.None)).Should().BeNull(block);
        }
    }

    [Fact]
    public async Task Promtool_refuses_a_rule_that_is_broken() =>
        (await new ConfigurationCheck(Context()).RulesAsync("rules.yml", Encoding.UTF8.GetBytes(Block("ApiAbsent").Replace("absent(", "absent((", StringComparison.Ordinal)), CancellationToken.None))
            .Should().Contain("parse error");

    [Theory]
    [InlineData("ApiAbsent", "up{job=\"novacron-api\"}", "1+0x8 stale", "")]
    [InlineData("CacheUnreachable", "redis_up", "1+0x8 stale", "")]
    [InlineData("DatabaseUnreachable", "pg_up", "1+0x8 0+0x20", "")]
    [InlineData("StandbyCutOff", "pg_stat_replication_reply_time{client_addr=\"10.0.0.2\"}", "0+15x8 120+0x30", "client_addr=\"10.0.0.2\"")]
    [InlineData("StandbyCutOff", "pg_stat_replication_reply_time", "0+15x8 stale", "")]
    [InlineData("ExporterDown", "up{job=\"redis-exporter\"}", "1+0x8 0+0x20", "job=\"redis-exporter\"")]
    [InlineData("CacheHasNoMemoryLimit", "redis_memory_max_bytes", "64+0x8 0+0x40", "")]
    [InlineData("ApiProcessIsNew", "process_start_time_seconds{job=\"novacron-api\"}", "-1000+0x8 60+0x20", "job=\"novacron-api\"")]
    public async Task In_virtual_time_a_rule_is_silent_before_the_incident_and_fires_in_it(string alert, string series, string values, string label)
    {
        var block = Block(alert);
        var test = $$"""
            rule_files: [rules.yml]
            evaluation_interval: 30s
            tests:
            - interval: 15s
              input_series:
              - {series: '{{series}}', values: '{{values}}'}
              promql_expr_test:
              - {expr: 'count(ALERTS{alertname="{{alert}}",alertstate="firing"})', eval_time: 2m, exp_samples: []}
              - {expr: 'count(ALERTS{alertname="{{alert}}",alertstate="firing"{{(label.Length > 0 ? "," + label : "")}}})', eval_time: {{(alert == "CacheHasNoMemoryLimit" ? "8m" : alert == "ApiProcessIsNew" ? "3m" : "6m")}}, exp_samples: [{labels: '{}', value: 1}]}

            """;

        var output = await new RuleTool(Context()).TestRulesAsync(Encoding.UTF8.GetBytes(test), Encoding.UTF8.GetBytes(block), CancellationToken.None);

        output.Should().Contain("SUCCESS").And.NotContain("FAILED");
    }

    private static IReadOnlyList<string> Blocks { get; } =
        [.. Fenced().Matches(File.ReadAllText(Path.Combine(ProjectRoot.Find(), "scenarios", "BlindSpots", "README.md"))).Select(m => m.Groups[1].Value)];

    private static string Block(string alert) => Blocks.Single(b => b.Contains($"alert: {alert}\n", StringComparison.Ordinal));

    private RunContext Context() => new()
    {
        RunId = $"t{Guid.NewGuid():n}"[..12],
        Engine = _engine,
        Images = new ImageSet(ImmutableSortedDictionary<string, string>.Empty.Add(ImageCatalogue.Prometheus, TestImages.Prometheus)),
        Authority = CertificateAuthority.Create(TimeProvider.System),
        Outside = _engine.Network("outside"),
        EngineSocket = "",
        ServiceAccountToken = "",
    };

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
