namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>The database did not do what it was asked.</summary>
internal sealed class DatabaseException : Exception
{
    /// <summary>Says what was attempted and what came back.</summary>
    /// <param name="message">That.</param>
    /// <param name="isUnavailable">Whether it cannot be had at all (503), or had but failed (500).</param>
    /// <param name="inner">What caused it.</param>
    public DatabaseException(string message, bool isUnavailable, Exception inner)
        : base(message, inner) => IsUnavailable = isUnavailable;

    /// <summary>Whether the database cannot be reached, has no connection left or does not answer in time.</summary>
    public bool IsUnavailable { get; }
}
