using NovaCron.Validation.Assertions.Checks.Metrics;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class UnknownJobTests
{
    [Theory]
    [InlineData(ScrapedText.Application, "up{job='shopx'} == 0", "rules/r.yml:5:11 Error metric/unknown-job A: prometheus.yml has no job shopx, so that up{job='shopx'} has no value | write job=\"shop\"")]
    [InlineData(ScrapedText.Application, "rate(orders_total{job='api'}[5m]) > 1", "rules/r.yml:5:16 Error metric/unknown-job A: prometheus.yml has no job api, so that orders_total{job='api'} has no value | name a job that is scraped, or scrape it")]
    [InlineData("- job_name: a\n  honor_labels: true\n", "up{job='b'} == 0", "rules/r.yml:5:11 Error metric/unknown-job A: prometheus.yml has no job b, so that up{job='b'} has no value | write job=\"a\"")]
    public void A_job_that_nothing_scrapes_is_found(string jobs, string expression, string finding) => ScrapedText.Say(new UnknownJob(), jobs, expression).Should().Equal(finding);

    [Theory]
    [InlineData(ScrapedText.Application, "up{job='shop'} == 0")]
    [InlineData(ScrapedText.Application, "up{job=~'api.*'} == 0 or up{job!='x'} == 0 or x{job=''} > 1")]
    [InlineData(ScrapedText.Application, "ALERTS{job='api'} == 1")]
    [InlineData("- job_name: a\n  honor_labels: true\n", "x{job='b'} > 1")]
    [InlineData("- job_name: a\n  static_configs: [{targets: ['a:1'], labels: {job: b}}]\n", "up{job='b'} == 0")]
    [InlineData("- job_name: a\n  file_sd_configs: [{files: ['a.json']}]\n", "up{job='b'} == 0")]
    [InlineData("- job_name: a\n  relabel_configs: [{source_labels: [x], target_label: job}]\n", "up{job='b'} == 0")]
    [InlineData("- job_name: a\n  relabel_configs: [{regex: 'label_(.+)', action: labelmap}]\n", "up{job='b'} == 0")]
    [InlineData("- job_name: a\nremote_read: [{url: 'http://x'}]\n", "up{job='b'} == 0")]
    public void One_that_may_be_there_is_not(string jobs, string expression) => ScrapedText.Say(new UnknownJob(), jobs, expression).Should().BeEmpty();

    [Fact]
    public void A_recorded_metric_may_have_any_job() => CheckedText.Say(
        new UnknownJob(), ScrapedText.Subject(ScrapedText.Application, "groups:\n- name: g\n  rules:\n  - {record: 'a:b', expr: up, labels: {job: c}}\n  - {alert: A, expr: 'a:b{job=\"c\"} == 0'}\n")).Should().BeEmpty();
}
