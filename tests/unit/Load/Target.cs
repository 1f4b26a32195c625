using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Tests.Unit.Load;

/// <summary>A step that remembers what it was asked and answers once it is released.</summary>
internal sealed class Target
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ScenarioContext> seen = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> waiters = [];

    /// <summary>Longest wait for something that takes microseconds.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<ScenarioContext> Seen
    {
        get
        {
            lock (gate)
            {
                return [.. seen];
            }
        }
    }

    public async Task<Response> AnswerAsync(ScenarioContext context, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            seen.Add(context);
            TellWaiters();
        }

        await released.Task.WaitAsync(cancellationToken);
        return Response.Ok();
    }

    public void Release() => released.TrySetResult();

    public Task UntilSeenAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiters.Add((count, reached));
            TellWaiters();
        }

        return reached.Task.WaitAsync(Patience);
    }

    private void TellWaiters() => waiters.Where(waiter => waiter.Count <= seen.Count).ToList().ForEach(waiter => waiter.Reached.TrySetResult());
}
