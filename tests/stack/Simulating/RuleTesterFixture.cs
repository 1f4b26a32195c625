using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Tests.Stack.Simulating;

/// <summary>promtool of the image that cells run.</summary>
public sealed class RuleTesterFixture : IAsyncLifetime
{
    private const string NoPath = "";

    public IRuleTester Tester { get; private set; } = null!;

    public async Task InitializeAsync() => Tester = await RuleTesters.ChooseAsync(NoPath, ProjectRoot.Find(), "trixie", CancellationToken.None);

    public async Task DisposeAsync() => await Tester.DisposeAsync();
}
