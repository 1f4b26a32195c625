using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary><c>group_wait</c>, <c>group_interval</c> and <c>repeat_interval</c> of a route, three times as long and half as long.</summary>
public sealed class NotificationTime : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "notification-time";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        from route in file.Route.WithDescendants()
        from time in new[] { (route.GroupWaitText, route.GroupWait), (route.GroupIntervalText, route.GroupInterval), (route.RepeatIntervalText, route.RepeatInterval) }
        from changed in new[] { time.Item2 * 3, time.Item2 / 2 }
        from mutant in Replace(route.Receiver, edit, time.Item1, Numbers.Duration(changed))
        select mutant;
}
