using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NovaCron.Validation.StandIns.Dwcp;
using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp;

/// <summary>Tests that measure loss: where others keep the cores busy, sockets overflow and packets are lost indeed.</summary>
[CollectionDefinition(nameof(LossMeasured), DisableParallelization = true)]
public sealed class LossMeasured
{
}

/// <summary>Real datagrams between endpoints on loopback addresses, 127.0.7.x, one port per test.</summary>
[Collection(nameof(LossMeasured))]
public sealed class DwcpEndpointTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<DwcpEndpoint> endpoints = [];
    private readonly ConcurrentQueue<DwcpEvent> events = new();
    private readonly int port = FreePort();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var endpoint in endpoints)
            await endpoint.DisposeAsync();
    }

    [Fact]
    public async Task Two_pods_open_streams_both_ways_and_measure_them()
    {
        var first = Start(1, [2]);
        Start(2, [1]);

        var measured = await UntilAsync(first, now => now is { ActiveStreams: 40, LossRate: not null, LatencyMilliseconds: not null, CompressionRatio: not null });

        measured.LossRate.Should().Be(0);
        measured.LatencyMilliseconds.Should().BeInRange(0.001, 1000);
        measured.CompressionRatio.Should().BeGreaterThan(1.5);
        measured.AllocatedBytes.Should().Be(40 * 50 * (512 + 36));
        first.ListStreams().Should().HaveCount(40);
    }

    [Theory]
    [InlineData(20, 0.04, 0.06)]
    [InlineData(120, 0.0065, 0.0105)]
    public async Task Every_nth_packet_dropped_on_the_way_is_measured_as_lost(int every, double least, double most)
    {
        using var relay = new LossyRelay(Address(3), Address(2)) { Drops = packet => packet % every == 0 };
        Start(1, [3]);
        var receiver = Start(2, []);
        // A second in which the machine does not keep up loses others, too, and reads so; what only passes through the range leaves it again within the window.
        var within = new Stopwatch();
        await UntilAsync(receiver, now =>
        {
            if (now.ActiveStreams == 20 && now.LossRate >= least && now.LossRate <= most && receiver.Statistics.PacketsReceived > 1500)
                within.Start();
            else
                within.Reset();
            return within.Elapsed.TotalMicroseconds > MeasurementWindow.Length;
        });
        relay.Drops = _ => false;
        (await UntilAsync(receiver, now => now.LossRate == 0)).ActiveStreams.Should().Be(20);
    }

    [Fact]
    public async Task Everything_dropped_reads_1_and_recovers()
    {
        using var relay = new LossyRelay(Address(3), Address(2));
        Start(1, [3]);
        var receiver = Start(2, []);
        await UntilAsync(receiver, now => now.LossRate == 0);
        relay.IsCut = true;
        await UntilAsync(receiver, now => now is { LossRate: 1, ActiveStreams: 20 });
        relay.IsCut = false;
        await UntilAsync(receiver, now => now.LossRate == 0);
    }

    [Fact]
    public async Task A_pod_that_stops_closes_its_streams_at_once_and_a_new_one_is_found_again()
    {
        var first = Start(1, [2]);
        var second = Start(2, [1]);
        await UntilAsync(first, now => now.ActiveStreams == 40);

        endpoints.Remove(second);
        await second.DisposeAsync();
        var alone = await UntilAsync(first, now => now.ActiveStreams == 0);
        alone.ReachablePeers.Should().Be(0);
        alone.LossRate.Should().NotBe(1);
        events.Should().Contain(happened => happened.IsError && happened.Message.Contains("gone"));

        Start(2, [1]);
        await UntilAsync(first, now => now is { ActiveStreams: 40, ReachablePeers: 1 });
    }

    [Fact]
    public async Task Payload_that_cannot_be_compressed_lowers_the_ratio_at_both_ends()
    {
        var sender = Start(1, [2], new DwcpOptions { RandomShare = 1 });
        var receiver = Start(2, []);
        (await UntilAsync(sender, now => now.CompressionRatio is not null)).CompressionRatio.Should().BeInRange(0.9, 1);
        (await UntilAsync(receiver, now => now.CompressionRatio is not null)).CompressionRatio.Should().BeInRange(0.9, 1);

        // As much telemetry of its own brings it to between the two.
        var other = Start(3, [2]);
        var mixed = await UntilAsync(receiver, now => now.ActiveStreams == 40 && other.Statistics.PacketsSent > 1500);
        mixed.CompressionRatio.Should().BeInRange(1.05, 1.9);
    }

    [Fact]
    public async Task Streams_beyond_the_peers_limit_are_refused()
    {
        var first = Start(1, [2]);
        var second = Start(2, [], new DwcpOptions { MaximumStreams = 15 });
        await UntilAsync(second, now => now.ActiveStreams == 15);
        await UntilAsync(first, now => now.ActiveStreams == 15 && first.Statistics.Errors.Any(error => error.Key == "stream_limit"));
    }

    [Fact]
    public async Task Bandwidth_beyond_what_is_there_is_refused()
    {
        var first = Start(1, [2], new DwcpOptions { ReservedBytesPerStream = 95_000 });
        var second = Start(2, [], new DwcpOptions { BandwidthBytes = 1_000_000 });
        (await UntilAsync(second, now => now.ActiveStreams == 10)).AllocatedBytes.Should().Be(950_000);
        await UntilAsync(first, _ => first.Statistics.Errors.Any(error => error.Key == "bandwidth_limit"));
    }

    [Fact]
    public async Task A_peer_that_never_listens_is_known_and_not_reachable()
    {
        var first = Start(1, [9]);
        var measured = await UntilAsync(first, now => now.KnownPeers == 1);
        (measured.ReachablePeers, measured.ActiveStreams, measured.LossRate, measured.LatencyMilliseconds).Should().Be((0, 0, null, null));
    }

    [Fact]
    public async Task Hostile_datagrams_are_counted_and_do_no_harm()
    {
        Start(1, [2]);
        var second = Start(2, []);
        using var hostile = new UdpClient();
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            await hostile.SendAsync(bytes, Address(2));
        }

        await UntilAsync(second, now => now.LossRate == 0 && second.Statistics.Errors.Any(error => error.Key == "malformed_frame"));
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static async Task<DwcpSnapshot> UntilAsync(DwcpEndpoint endpoint, Func<DwcpSnapshot, bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var now = endpoint.Measure();
        while (!reached(now))
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Not reached within {Patience}; last: {now}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
            now = endpoint.Measure();
        }

        return now;
    }

    private IPEndPoint Address(int last) => new(IPAddress.Parse($"127.0.7.{last}"), port);

    private DwcpEndpoint Start(int own, int[] peers, DwcpOptions? options = null)
    {
        var endpoint = new DwcpEndpoint(
            (options ?? new DwcpOptions()) with
            {
                OwnAddress = Address(own).Address,
                Port = port,
                Peers = [.. peers.Select(peer => $"{Address(peer).Address}")],
            },
            TimeProvider.System,
            events.Enqueue);
        endpoints.Add(endpoint);
        endpoint.Start();
        return endpoint;
    }
}
