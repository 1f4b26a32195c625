namespace NovaCron.Validation.FaultInjectors;

/// <summary>Collects every error of an options record, so that one exception names them all.</summary>
/// <param name="options">Name of the options record.</param>
internal sealed class OptionErrors(string options)
{
    private readonly List<string> _errors = [];

    /// <summary>Notes an error unless the condition holds.</summary>
    public OptionErrors Require(bool condition, string error)
    {
        if (!condition)
        {
            _errors.Add(error);
        }

        return this;
    }

    /// <summary>Notes an error unless the text is there.</summary>
    public OptionErrors RequireText(string? value, string name) =>
        Require(!string.IsNullOrWhiteSpace(value), $"{name} is empty");

    /// <summary>Notes an error unless the time is above 0 and within the limit.</summary>
    public OptionErrors RequireTime(TimeSpan value, TimeSpan limit, string name) =>
        Require(value > TimeSpan.Zero && value <= limit, $"{name} is {value}; it must be above 0 and at most {limit}");

    /// <summary>Notes an error unless the number is within the bounds, both included.</summary>
    public OptionErrors RequireRange(double value, double lowest, double highest, string name) =>
        Require(value >= lowest && value <= highest, FormattableString.Invariant($"{name} is {value}; it must be from {lowest} to {highest}"));

    /// <summary>Ends the collection.</summary>
    /// <exception cref="ArgumentException">At least one error was noted; the message lists them all.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new ArgumentException($"{options}: {string.Join("; ", _errors)}");
        }
    }
}
