using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Unit.Pods;

public sealed class CrashLoopEffectTests
{
    private const int Port = 9090;
    private static readonly NamespaceSockets Silent = new([], 7);

    [Fact]
    public void Silence_without_a_container_holds()
    {
        var judgement = Judge([], [], Silent);

        judgement.Standing.Should().Be(Standing.Holds);
        judgement.Evidence.Should().Contain("port 9090").And.Contain("PassiveOpens still 7").And.Contain("the record");
    }

    [Fact]
    public void A_successor_that_is_being_killed_is_no_survivor() => Judge(["a"], ["a"], Silent).Standing.Should().Be(Standing.Holds);

    [Fact]
    public void A_successor_that_nobody_kills_is_one() => Judge(["b"], ["a"], Silent).Standing.Should().Be(Standing.NotYet);

    [Fact]
    public void A_listening_successor_loses_the_fault() =>
        Judge(["a"], ["a"], Silent with { Listeners = [new Listener(Port, false)] }).Standing.Should().Be(Standing.Lost);

    [Fact]
    public void A_connection_that_was_accepted_in_between_loses_the_fault() =>
        Judge([], [], Silent with { PassiveOpens = 8 }).Should().Match<Judgement>(j => j.Standing == Standing.Lost && j.Evidence.Contains("1 connections"));

    [Fact]
    public void Connections_prove_nothing_while_a_neighbour_listens() =>
        Judge([], [], new NamespaceSockets([new Listener(8443, false)], 99)).Standing.Should().Be(Standing.Holds);

    [Fact]
    public void Connections_to_loopback_listeners_are_not_excused() =>
        Judge([], [], new NamespaceSockets([new Listener(35000, true)], 99)).Standing.Should().Be(Standing.Lost);

    [Fact]
    public void A_kernel_without_the_counter_is_judged_by_its_sockets() =>
        Judge([], [], new NamespaceSockets([], null)).Should().Match<Judgement>(j => j.Standing == Standing.Holds && !j.Evidence.Contains("PassiveOpens"));

    private static Judgement Judge(string[] running, string[] condemned, NamespaceSockets now) =>
        CrashLoopEffect.Judge(running, condemned.ToHashSet(), Silent, now, Port, "the record");
}
