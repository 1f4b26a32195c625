using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class PromtailReaderTests
{
    [Fact]
    public void The_documented_file_is_read()
    {
        var job = Fixtures.Load("documented").Promtail!.Jobs.Should().ContainSingle().Subject;

        job.Targets.Keys.Should().Equal("container", "namespace", "pod");
        job.Targets["pod"].Should().Equal("__meta_kubernetes_pod_name");
        job.Expressions.Keys.Should().Equal("level", "message", "timestamp");
        job.Labels.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("level", "level"));
        (job.TimestampSource, job.TimestampFormat).Should().Be(("timestamp", "RFC3339"));
    }

    [Fact]
    public void A_file_without_jobs_has_none()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, PromtailFile.FileName), "server: {}\n");

            PromtailReader.Read(ConfigurationFile.Read(folder.FullName, PromtailFile.FileName)).Jobs.Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
