using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Tests.Unit.Images;

public sealed class ImageInputsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("novacron-validation-images-").FullName;

    [Fact]
    public void The_tag_changes_with_the_recipe_and_with_the_base_and_with_nothing_else()
    {
        Recipe("redis", "FROM scratch");
        var before = Fingerprint("redis", "base:1");

        Fingerprint("redis", "base:1").Should().Be(before);
        Fingerprint("redis", "base:2").Should().NotBe(before);
        Recipe("redis", "FROM scratch # changed");
        Fingerprint("redis", "base:1").Should().NotBe(before);
    }

    [Fact]
    public void The_stand_ins_tag_changes_with_their_sources()
    {
        Recipe("stand-ins", "FROM scratch");
        Write("environments/stand-ins/Program.cs", "return 0;");
        foreach (var shared in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props" })
        {
            Write(shared, "");
        }

        var before = Fingerprint("stand-ins", "base:1");
        Write("environments/stand-ins/Program.cs", "return 1;");

        Fingerprint("stand-ins", "base:1").Should().NotBe(before);
    }

    [Fact]
    public void Every_image_of_the_catalogue_has_a_recipe() =>
        ImageCatalogue.Built.Should().AllSatisfy(name =>
            File.Exists(Path.Combine(ProjectRoot.Find(), "environments", "images", name, "Dockerfile")).Should().BeTrue(name));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Fingerprint(string image, string baseReference) => ImageInputs.Of(image, _root).Fingerprint(baseReference);

    private void Recipe(string image, string dockerfile) => Write($"environments/images/{image}/Dockerfile", dockerfile);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
