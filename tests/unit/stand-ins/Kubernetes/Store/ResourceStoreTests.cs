using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Store;

public sealed class ResourceStoreTests
{
    private readonly ResourceStore store = new(new ManualTime(), historyLength: 3);

    [Fact]
    public void Revisions_only_grow_and_history_tells_every_change()
    {
        var start = store.List(ResourceKind.Pods).Revision;
        var added = store.Create(ResourceKind.Pods, "n", "a", Samples.Pod())!;
        var changed = store.Update(ResourceKind.Pods, "n", "a", pod => pod["status"]!["phase"] = "Running")!;
        store.Delete(ResourceKind.Pods, "n", "a");

        changed.Revision.Should().BeGreaterThan(added.Revision);
        var changes = store.ChangesAfter(ResourceKind.Pods, null, start).Changes!;
        changes.Select(change => change.Type).Should().Equal("ADDED", "MODIFIED", "DELETED");
        changes.Select(change => change.Object.Revision).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        changes[2].Object.Json.Should().Contain("Running");
        store.Get(ResourceKind.Pods, "n", "a").Should().BeNull();
    }

    [Fact]
    public void A_change_to_the_same_is_none()
    {
        var added = store.Create(ResourceKind.Pods, "n", "a", Samples.Pod())!;

        store.Update(ResourceKind.Pods, "n", "a", _ => { })!.Revision.Should().Be(added.Revision);
        store.Update(ResourceKind.Pods, "n", "b", _ => { }).Should().BeNull();
        store.Create(ResourceKind.Pods, "n", "a", Samples.Pod()).Should().BeNull();
    }

    [Fact]
    public void History_that_is_forgotten_is_said_to_be()
    {
        var start = store.List(ResourceKind.Pods).Revision;
        for (var i = 0; i < 4; i++)
            store.Create(ResourceKind.Pods, "n", $"p{i}", Samples.Pod());

        store.ChangesAfter(ResourceKind.Pods, null, start).Changes.Should().BeNull();
        store.ChangesAfter(ResourceKind.Pods, null, start + 1).Changes.Should().HaveCount(3);
        store.ChangesAfter(ResourceKind.Pods, "elsewhere", start + 1).Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_change_wakes_who_waits()
    {
        var next = store.Changed;
        next.IsCompleted.Should().BeFalse();

        store.Create(ResourceKind.Pods, "n", "a", Samples.Pod());

        await next.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
