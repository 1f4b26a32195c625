namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A route that names a time interval which is not defined.</summary>
public sealed class UndefinedTimeInterval : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/undefined-time-interval";

    /// <inheritdoc/>
    public string About => "a route that names a time interval which is not defined";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from file in subject.Folder.Alertmanager is { } alertmanager ? [alertmanager] : Array.Empty<Environments.Monitoring.Configuration.AlertmanagerFile>()
        from route in file.Route.WithDescendants()
        from name in route.MuteTimeIntervals.Concat(route.ActiveTimeIntervals)
        where file.TimeIntervals.All(i => i.Name.Value != name.Value)
        let place = TextPlace.Of(name)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = route.Receiver,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected a time interval named {name}, found {(file.TimeIntervals.IsEmpty ? "none at all" : string.Join(", ", file.TimeIntervals.Select(i => i.Name)))}: Alertmanager refuses the file",
            Fix = "define it under time_intervals, or name one that is",
        };
}
