namespace NovaCron.Validation.Scenarios.Load.Steps;

/// <summary>Sends whatever a delegate sends, such as a Redis command over a client of its own. It succeeds when the delegate returns.</summary>
/// <param name="send">Sends one command and waits for its answer; safe for use by several requests at once.</param>
public sealed class CommandStep(Func<CancellationToken, Task> send)
{
    /// <summary>Sends one command. An exception counts as a failure under its type's name.</summary>
    public async Task<Response> RunAsync(ScenarioContext context, CancellationToken cancellationToken)
    {
        try
        {
            await send(cancellationToken).ConfigureAwait(false);
            return Response.Ok();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Response.Fail(exception.GetType().Name, $"'{context.ScenarioName}': {exception.Message}");
        }
    }
}
