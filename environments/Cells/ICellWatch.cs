namespace NovaCron.Validation.Environments.Cells;

/// <summary>What a fault needs of the watch over its cell: to say what it is about to harm, and to know whether the cell is still there.</summary>
public interface ICellWatch
{
    /// <summary>What was lost; null while all is well.</summary>
    string? Loss { get; }

    /// <summary>Says that what happens to these containers is a fault's doing.</summary>
    /// <param name="containerIds">Identifiers.</param>
    void Claim(IEnumerable<string> containerIds);
}
