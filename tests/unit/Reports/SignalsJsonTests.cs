using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class SignalsJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var signals = new SignalsResult { Alerts = [Signals([.. new[] { 0.0123, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e12 }.Select((v, i) => new Sample(At.AddMilliseconds(600 * i), v))])] };

        var read = SignalsJson.Deserialize(SignalsJson.Serialize(signals));

        read.Should().BeEquivalentTo(signals);
    }

    [Fact]
    public void A_sample_looks_as_in_an_answer_of_Prometheus() =>
        SignalsJson.Serialize(new SignalsResult { Alerts = [Signals([new Sample(At, double.PositiveInfinity)])] }).Should().Contain("[1767225600.5,\"+Inf\"]");

    [Theory]
    [InlineData("{\"schema\":\"novacron-validation/signals/0\"}", "expected signals of schema novacron-validation/signals/1, found novacron-validation/signals/0*")]
    [InlineData("null", "expected the signals of a run, found null")]
    public void Anything_else_is_refused(string content, string says) =>
        FluentActions.Invoking(() => SignalsJson.Deserialize(content)).Should().Throw<JsonException>().WithMessage(says);

    [Theory]
    [InlineData("[1]")]
    [InlineData("[1,2]")]
    [InlineData("[1,\"x\"]")]
    public void A_sample_of_another_shape_is_refused(string sample)
    {
        var content = SignalsJson.Serialize(new SignalsResult { Alerts = [Signals([new Sample(At, 7)])] }).Replace("[1767225600.5,\"7\"]", sample, StringComparison.Ordinal);

        FluentActions.Invoking(() => SignalsJson.Deserialize(content)).Should().Throw<JsonException>();
    }

    private static AlertSignals Signals(ImmutableArray<Sample> samples) => new()
    {
        Alert = "CacheDown",
        Threshold = 0,
        Comparator = Comparator.EqualTo,
        Unit = "up",
        Query = "redis_up",
        Start = At,
        JustBelow = new Span(At, null),
        Rule = [new Series(ImmutableSortedDictionary<string, string>.Empty.Add("instance", "redis:9121"), samples)],
        States = [new AlertState("firing", At, At.AddSeconds(1))],
    };
}
