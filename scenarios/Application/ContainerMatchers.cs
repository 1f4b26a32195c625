using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>Selects what cAdvisor tells of the API's containers, and not the sums and sandboxes that it tells of beside them.</summary>
internal static class ContainerMatchers
{
    /// <summary>Containers proper of the API's pods: a pod's own cgroup has an empty <c>container</c>, its sandbox <c>POD</c>.</summary>
    public static ImmutableArray<Matcher> OfApi { get; } =
        [Matcher.Matches("pod", "novacron-api-.*"), Matcher.NotEqual("container", ""), Matcher.NotEqual("container", "POD")];
}
