using System.Globalization;

namespace NovaCron.Validation.FaultInjectors;

/// <summary>Reads a faulted system until it shows an effect.</summary>
/// <param name="subject">Fault and target, as error messages name them.</param>
/// <param name="time">Clock.</param>
internal sealed class EffectWait(string subject, TimeProvider time)
{
    /// <summary>Waits until a reading holds and returns it as proof.</summary>
    /// <param name="what">What is awaited, completing "waited for …".</param>
    /// <param name="limit">Longest wait, wall time. At least one reading is made.</param>
    /// <param name="read">Reads the faulted system and judges what it says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FaultException">The limit passed, the effect is lost, or the system could not be read.</exception>
    public async Task<FaultEffect> UntilHoldsAsync(string what, TimeSpan limit, Func<CancellationToken, Task<Judgement>> read, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var judgement = await ReadAsync(what, read, cancellationToken);
            if (judgement.Standing is Standing.Holds)
            {
                return new FaultEffect(time.GetUtcNow(), judgement.Evidence);
            }

            if (judgement.Standing is Standing.Lost)
            {
                throw new FaultException($"{subject} lost its effect while waiting for {what}: {judgement.Evidence}");
            }

            if (time.GetElapsedTime(started) >= limit)
            {
                throw new FaultException($"{subject}: waited {Seconds(limit)} for {what}, in vain; last reading: {judgement.Evidence}");
            }

            await Task.Delay(FaultLimits.PollInterval, time, cancellationToken);
        }
    }

    private async Task<Judgement> ReadAsync(string what, Func<CancellationToken, Task<Judgement>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(cancellationToken);
        }
        catch (Exception e) when (e is not FaultException && !cancellationToken.IsCancellationRequested)
        {
            throw new FaultException($"{subject}: the faulted system could not be read while waiting for {what}: {e.Message}", e);
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
