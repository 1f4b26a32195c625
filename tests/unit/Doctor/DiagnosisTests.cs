using System.Collections.Immutable;
using NovaCron.Validation.Scenarios.Doctor;
using NovaCron.Validation.Tests.Unit.Reports;

namespace NovaCron.Validation.Tests.Unit.Doctor;

public sealed class DiagnosisTests
{
    private const long Gibi = 1024L * 1024 * 1024;

    private static readonly EngineFacts Engine = new() { Version = "20.10.24", ApiVersion = "1.41", Place = "/var/run/docker.sock", HasBase = true, FreeBytes = 50 * Gibi };

    private static readonly MachineFacts Whole = new()
    {
        Sdk = "10.0.401",
        Cores = 8,
        MemoryBytes = 32 * Gibi,
        FreeBytes = 50 * Gibi,
        Engine = Engine,
        InstallsByItself = false,
        Programs = new Dictionary<string, string> { ["gcc"] = "/usr/bin/gcc", ["mmdebstrap"] = "/usr/bin/mmdebstrap", ["promtool"] = "/usr/bin/promtool", ["chromium"] = "/usr/bin/chromium" }.ToImmutableSortedDictionary(),
    };

    private static readonly MachineFacts Bare = Whole with
    {
        Sdk = null,
        Cores = 1,
        MemoryBytes = Gibi,
        FreeBytes = Gibi / 10,
        Engine = null,
        EngineFailure = "no container engine answers",
        Programs = ImmutableSortedDictionary<string, string>.Empty,
    };

    [Fact]
    public void A_machine_that_has_everything_lacks_nothing()
    {
        var lines = Diagnosis.Of(Whole);

        lines.Should().OnlyContain(l => l.Mark == Mark.Ok);
        Diagnosis.LacksSomething(lines).Should().BeFalse();
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void The_plain_diagnosis_is_the_golden_one(int width) => Golden.Compare(
        PlainConsole.Of(width, c => DiagnosisTable.Write(c, Diagnosis.Of(Bare))) + "\n" + PlainConsole.Of(width, c => DiagnosisTable.Write(c, Diagnosis.Of(Whole))), $"diagnosis-{width}.txt");

    [Fact]
    public void Without_an_engine_a_run_fails_and_what_mends_it_is_said()
    {
        Of(Bare, "engine").Should().Be(new DiagnosisLine(Mark.Missing, "engine", "no container engine answers", "start Docker, or set DOCKER_HOST"));
        Of(Bare with { InstallsByItself = true }, "engine").Mend.Should().Be("./validate run installs and starts it");
        Diagnosis.LacksSomething(Diagnosis.Of(Whole with { Engine = null, EngineFailure = "x" })).Should().BeTrue();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("8.0.100", false)]
    [InlineData("10.0.100", true)]
    public void The_SDK_must_be_the_one_that_builds_the_project(string? version, bool isIt) => Of(Whole with { Sdk = version }, ".NET SDK").Mark.Should().Be(isIt ? Mark.Ok : Mark.Missing);

    [Fact]
    public void A_linker_is_needed_only_where_the_stand_ins_are_still_to_be_built()
    {
        var without = Whole with { Programs = Whole.Programs.Remove("gcc") };

        Of(without, "gcc").Mark.Should().Be(Mark.Note);
        Of(without with { Engine = Engine with { MissingImages = ["stand-ins"] } }, "gcc").Mark.Should().Be(Mark.Missing);
        Of(without with { Engine = Engine with { MissingImages = ["stand-ins"] }, InstallsByItself = true }, "gcc").Mark.Should().Be(Mark.Note);
    }

    [Fact]
    public void Leftovers_of_dead_runs_are_named_with_the_command_that_removes_them()
    {
        Of(Whole with { Engine = Engine with { LeftContainers = 3, LeftNetworks = 1 } }, "leftovers")
            .Should().Be(new DiagnosisLine(Mark.Note, "leftovers", "3 containers and 1 network of runs that are over", "./validate recover"));
        Of(Whole with { Engine = Engine with { LiveRuns = 1 } }, "leftovers").Should().Be(new DiagnosisLine(Mark.Ok, "leftovers", "none; 1 run in progress"));
        Of(Whole with { Engine = Engine with { LeftContainers = 1, LiveRuns = 1 } }, "leftovers").Mend.Should().Contain("once no run is in progress");
    }

    [Fact]
    public void Space_for_images_matters_only_while_some_are_to_be_built()
    {
        Diagnosis.Of(Whole with { Engine = Engine with { FreeBytes = 1 } }).Should().NotContain(l => l.What == "image disk");
        Of(Whole with { Engine = Engine with { FreeBytes = 1, MissingImages = ["prometheus"] } }, "image disk").Mark.Should().Be(Mark.Missing);
    }

    [Fact]
    public void Promtool_may_be_that_of_the_image()
    {
        var without = Whole with { Programs = Whole.Programs.Remove("promtool") };

        Of(without, "promtool").Found.Should().Be("that of the Prometheus image");
        Of(without with { Engine = Engine with { MissingImages = ["prometheus"] } }, "promtool").Mark.Should().Be(Mark.Note);
    }

    [Fact]
    public void Fewer_cells_than_alerts_is_no_fault_of_the_machine()
    {
        Of(Whole with { Cores = 2 }, "capacity").Should().Match<DiagnosisLine>(l => l.Mark == Mark.Note && l.Found.Contains("11 cells at the same time"));
        Of(Whole, "capacity").Mark.Should().Be(Mark.Ok);
    }

    [Fact]
    public void Hostile_text_is_shown_harmlessly() =>
        PlainConsole.Of(80, c => DiagnosisTable.Write(c, Diagnosis.Of(Bare with { EngineFailure = "\u001b[2J[red]x[/]" }))).Should().NotContain("\u001b").And.Contain("<U+001B>[2J[red]x[/]");

    private static DiagnosisLine Of(MachineFacts facts, string what) => Diagnosis.Of(facts).Single(l => l.What == what);
}
