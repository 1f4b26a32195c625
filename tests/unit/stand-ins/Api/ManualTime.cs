namespace NovaCron.Validation.Tests.Unit.StandIns.Api;

/// <summary>A clock that a test turns.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
