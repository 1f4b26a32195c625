using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Tests.Stack.Simulating;

/// <summary>The real promtool, asked in virtual time.</summary>
public sealed class SimulationTests : IAsyncLifetime
{
    private ContainerEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task The_rule_engine_says_when_the_alert_fires_and_what_the_signal_is()
    {
        var contract = new AlertContract
        {
            Alert = "DatabaseReplicationLag",
            Component = "database",
            Severity = "warning",
            RuleFile = "database-alerts.yml",
            Signal = new Gauge("pg_replication_lag_seconds") { Unit = "seconds" },
            Comparator = Comparator.Above,
            Threshold = 30,
            For = TimeSpan.FromMinutes(5),
            Receivers = [],
        };
        ImmutableArray<SimulatedCase> cases =
        [
            new("no lag", [new("pg_replication_lag_seconds", [.. Enumerable.Repeat(0.0, 60)])]),
            new("lag", [new("pg_replication_lag_seconds", [.. Enumerable.Repeat(0.0, 8), .. Enumerable.Repeat(45.5, 30), double.NaN])]),
        ];
        var rules = await File.ReadAllBytesAsync(Path.Combine(ProjectRoot.Find(), "environments", "monitoring", "documented", "rules", "database-alerts.yml"));

        var output = await new RuleTool(Context()).TestRulesAsync(Encoding.UTF8.GetBytes(SimulationFile.Write(contract, "rules.yml", cases)), rules, CancellationToken.None);
        var outcomes = SimulationOutput.Read(contract, cases, output);

        outcomes[0].Evaluations.Should().HaveCount(30).And.OnlyContain(e => !e.IsFiring && e.Signal == 0);
        outcomes[1].Evaluations.First(e => e.IsFiring).At.Should().Be(TimeSpan.FromMinutes(2 + 5));
        outcomes[1].Evaluations[4].Signal.Should().Be(45.5);
    }

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
}
