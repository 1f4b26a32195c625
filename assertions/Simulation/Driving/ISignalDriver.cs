using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>Makes the series of a signal so that it has a value. One for each kind of signal.</summary>
internal interface ISignalDriver
{
    /// <summary>What it asks for, each part of it on its own.</summary>
    ImmutableArray<SeriesSelector> Selectors { get; }

    /// <summary>The series that the signal is made of, in the order of the system.</summary>
    IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system);

    /// <summary>The labels of each series that the signal yields; the first is the one that goes wrong.</summary>
    ImmutableArray<SeriesLabels> Groups(LevelTable table);

    /// <summary>What the signal is for a group, as far as its levels are set; null when one of them is not, or where that cannot be told.</summary>
    double? Value(LevelTable table, SeriesLabels group);

    /// <summary>Sets the levels of a group that have none yet, so that the signal has a value.</summary>
    /// <exception cref="NotDrivableException">No levels give it that value.</exception>
    void Drive(LevelTable table, SeriesLabels group, double value);
}

/// <summary>A signal cannot be given a value; the message says why.</summary>
public sealed class NotDrivableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public NotDrivableException(string message) : base(message) { }
}
