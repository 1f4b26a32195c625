using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Tests.Stack;

/// <summary>The project's own images, as <c>./validate test</c> has made them before the stack tests start.</summary>
public static class TestImages
{
    public static string Postgres => Of(ImageCatalogue.Postgres);

    public static string Prometheus => Of(ImageCatalogue.Prometheus);

    public static string Alertmanager => Of(ImageCatalogue.Alertmanager);

    public static string Redis => Of(ImageCatalogue.Redis);

    public static string NetworkTools => Of(ImageCatalogue.NetworkTools);

    public static string StandIns => Of(ImageCatalogue.StandIns);

    private static string Of(string name) => ImageBuilder.ReferenceOf(ImageInputs.Of(name, ProjectRoot.Find()), "trixie");
}
