using NovaCron.Validation.Assertions.Checks.Thresholds;
using NovaCron.Validation.Assertions.Checks.Values;

namespace NovaCron.Validation.Tests.Unit.Checks.Thresholds;

public sealed class OutOfReachTests
{
    private const string Mend = " | compare the increase over the window with a number of restarts; at its longest back-off a container restarts once in five minutes";

    [Theory]
    [InlineData("rate(kube_pod_container_status_restarts_total[15m]) > 0.1", "rules/r.yml:6:7 Error threshold/out-of-reach A: expected a threshold that restarts can reach, found > 0.1: the kubelet's back-off lets a container restart 7 times at most in 15m, which is 0.0078 per second" + Mend)]
    [InlineData("max by (pod) (increase(kube_pod_container_status_restarts_total[5m])) >= 20", "rules/r.yml:6:7 Error threshold/out-of-reach A: expected a threshold that restarts can reach, found >= 20: the kubelet's back-off lets a container restart 5 times at most in 5m, which is 0.0167 per second" + Mend)]
    [InlineData("dwcp_packet_loss_rate > 5", "rules/r.yml:6:7 Error threshold/out-of-reach A: expected a threshold that the value can reach, which lies between 0 and 1, found > 5 | compare it with a number inside these bounds")]
    [InlineData("redis_up > 1", "rules/r.yml:6:7 Error threshold/out-of-reach A: expected a threshold that the value can reach, which lies between 0 and 1, found > 1 | compare it with a number inside these bounds")]
    public void A_threshold_out_of_reach_is_found(string expression, string finding) => CheckedText.OfExpression(new OutOfReach(), expression).Should().Equal(finding);

    [Theory]
    [InlineData("increase(kube_pod_container_status_restarts_total[15m]) > 1.25")]
    [InlineData("increase(kube_pod_container_status_restarts_total[1h]) > 10")]
    [InlineData("rate(kube_pod_container_status_restarts_total[10m]) * 60 * 5 > 0")]
    [InlineData("sum(rate(kube_pod_container_status_restarts_total[15m])) > 0.1")]
    [InlineData("irate(kube_pod_container_status_restarts_total[15m]) > 0.1")]
    [InlineData("dwcp_packet_loss_rate > 0.05")]
    // That is expression/never-true's.
    [InlineData("up > 1")]
    public void One_within_reach_is_not(string expression) => CheckedText.OfExpression(new OutOfReach(), expression).Should().BeEmpty();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(5, 5)]
    [InlineData(15, 7)]
    [InlineData(60, 16)]
    public void Counts_the_restarts_that_a_kubelet_allows(int minutes, double restarts) => KubeletBackOff.MostRestarts(TimeSpan.FromMinutes(minutes)).Should().Be(restarts);
}
