using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers.Api;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("redis", "redis", "latest")]
    [InlineData("redis:8", "redis", "8")]
    [InlineData("localhost:5000/redis", "localhost:5000/redis", "latest")]
    [InlineData("localhost:5000/a/redis:8", "localhost:5000/a/redis", "8")]
    [InlineData("redis@sha256:0123", "redis", "sha256:0123")]
    public void Takes_a_name_apart(string text, string repository, string tag) =>
        ImageReference.Parse(text).Should().Be(new ImageReference(repository, tag));
}
