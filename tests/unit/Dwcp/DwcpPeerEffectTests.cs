using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Dwcp;

namespace NovaCron.Validation.Tests.Unit.Dwcp;

public sealed class DwcpPeerEffectTests
{
    private static readonly DwcpPeerOptions Options = new()
    {
        Name = "dwcp-peer",
        Engine = null!,
        CellLabels = new Dictionary<string, string> { ["cell"] = "a" },
        Network = null!,
        SandboxId = "abc",
        Address = "10.0.0.3",
        Image = "stand-ins",
        Port = 9191,
        ApiPort = 8080,
        Streams = 10,
        PayloadBytes = 1000,
        RandomShare = 1,
        ReservedBytesPerStream = 500,
    };

    [Theory]
    [InlineData(10, 5000, 20, 22_000, Standing.Holds)]
    [InlineData(9, 4500, 20, 22_000, Standing.NotYet)] // a stream is missing
    [InlineData(11, 5500, 20, 22_000, Standing.NotYet)] // one too many
    [InlineData(10, 4999, 20, 22_000, Standing.NotYet)] // reserves something else
    [InlineData(10, 5000, 9, 22_000, Standing.NotYet)] // not a packet per stream
    [InlineData(10, 5000, 20, 19_999, Standing.NotYet)] // 1000 random bytes a packet cannot be in these
    [InlineData(0, 0, 0, 0, Standing.NotYet)]
    internal void The_first_proof_needs_streams_packets_and_bytes(int streams, long reserved, long packets, long bytes, Standing expected) =>
        Judge(null, streams, reserved, packets, bytes).Standing.Should().Be(expected);

    [Theory]
    [InlineData(30, 33_000, Standing.Holds)]
    [InlineData(29, 33_000, Standing.NotYet)] // too few since the last proof
    [InlineData(40, 33_000, Standing.NotYet)] // compressed since the last proof
    internal void A_later_proof_needs_new_packets(long packets, long bytes, Standing expected) =>
        Judge(new PeerReading(new PodStreams(10, 5000, 20), 22_000), 10, 5000, packets, bytes).Standing.Should().Be(expected);

    [Fact]
    public void What_streams_reserve_by_themselves_is_theirs_to_say() =>
        DwcpPeerEffect.Judge(null, new PeerReading(new PodStreams(10, 123, 20), 22_000), Options with { ReservedBytesPerStream = null }).Standing.Should().Be(Standing.Holds);

    [Theory]
    [InlineData(1280, Standing.Holds)]
    [InlineData(1279, Standing.NotYet)] // not even headers
    internal void Packets_have_headers_whatever_they_carry(long bytes, Standing expected) =>
        DwcpPeerEffect.Judge(null, new PeerReading(new PodStreams(10, 5000, 20), bytes), Options with { RandomShare = 0 }).Standing.Should().Be(expected);

    [Fact]
    public void The_evidence_has_all_figures() =>
        Judge(null, 10, 5000, 20, 22_000).Evidence.Should().Be(
            "the pod lists 10 of 10 streams of the peer, reserving 5000 bytes/s, 20 packets received on them, 0 at the last proof; the peer's kernel sent 1100 bytes for each, of which 1000 are to be random");

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        (Options with
        {
            Name = "", CellLabels = new Dictionary<string, string>(), SandboxId = "", Address = "", Image = "", Port = 0, ApiPort = 0, Streams = 0, PacketsPerSecond = 1,
            PayloadBytes = 0, RandomShare = 1.1, ReservedBytesPerStream = -1, EffectLimit = TimeSpan.Zero, MaximumDuration = TimeSpan.Zero,
        }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
            "Name is empty", "Engine is missing", "CellLabels is empty", "Network is missing", "SandboxId is empty", "Address is empty", "Image is empty", "Port is 0", "ApiPort is 0", "Streams is 0",
            "PacketsPerSecond is 1", "PayloadBytes is 0", "RandomShare is 1.1", "ReservedBytesPerStream is -1", "EffectLimit is", "MaximumDuration is");

    [Fact]
    public void Options_that_are_right_are_not_complained_of() =>
        Options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("DwcpPeerOptions: Engine is missing; Network is missing");

    private static Judgement Judge(PeerReading? lastProof, int streams, long reserved, long packets, long bytes) =>
        DwcpPeerEffect.Judge(lastProof, new PeerReading(new PodStreams(streams, reserved, packets), bytes), Options);
}
