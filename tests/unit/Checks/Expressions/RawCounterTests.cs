using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class RawCounterTests
{
    [Theory]
    [InlineData("redis_rejected_connections_total > 0", "rules/r.yml:6:7 Warning expression/raw-counter A: redis_rejected_connections_total is a counter: once it is > 0 it stays so until its program restarts, and so does the alert | compare increase(redis_rejected_connections_total[…]) or rate(redis_rejected_connections_total[…])")]
    [InlineData("5 <= sum by (pod) (kube_pod_container_status_restarts_total)", "rules/r.yml:6:26 Warning expression/raw-counter A: kube_pod_container_status_restarts_total is a counter: once it is >= 5 it stays so until its program restarts, and so does the alert | compare increase(kube_pod_container_status_restarts_total[…]) or rate(kube_pod_container_status_restarts_total[…])")]
    public void A_counter_that_is_compared_as_it_is_is_found(string expression, string finding) => CheckedText.OfExpression(new RawCounter(), expression).Should().Equal(finding);

    [Theory]
    [InlineData("increase(redis_rejected_connections_total[5m]) > 0")]
    [InlineData("redis_rejected_connections_total - redis_rejected_connections_total offset 5m > 0")]
    [InlineData("count(redis_rejected_connections_total) > 3")]
    [InlineData("redis_keyspace_hits_total == 0")]
    [InlineData("redis_connected_clients > 100")]
    [InlineData("checkout_items_total > 100")]
    [InlineData("time() - process_start_time_seconds > 100")]
    public void Others_are_not(string expression) => CheckedText.OfExpression(new RawCounter(), expression).Should().BeEmpty();
}
