using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>Finds what reaches from one layer into another against <see cref="Layers"/>: in projects and in sources.</summary>
internal static partial class DependencyRule
{
    public static IReadOnlyList<string> Violations(Repository repository) =>
        [.. repository.Files("*.csproj").SelectMany(path => InProject(repository, path)), .. repository.Files("*.cs").SelectMany(path => InSource(repository, path))];

    private static IEnumerable<string> InProject(Repository repository, string path)
    {
        if (Layers.Of(path) is not { } from)
        {
            return [$"{path}: belongs to no layer; move it under one of {string.Join(", ", Layers.All.Select(layer => layer.Folder))}"];
        }

        // A linked source or a built assembly is an import as much as a project reference is.
        var included = XDocument.Parse(repository.Read(path)).Descendants()
            .Where(item => item.Name.LocalName is "ProjectReference" or "Compile" or "Reference" or "HintPath")
            .Select(item => item.Name.LocalName == "HintPath" ? item.Value : item.Attribute("Include")?.Value)
            .OfType<string>();
        return from include in included
               let target = Path.GetRelativePath(repository.Root, Path.GetFullPath(Path.Combine(repository.Root, Path.GetDirectoryName(path)!, include.Replace('\\', '/')))).Replace(Path.DirectorySeparatorChar, '/')
               let to = Layers.Of(target)
               where to is not null && !Layers.Allows(@from, to)
               select $"{path}: {@from.Folder} must not import {to.Folder} ({include})";
    }

    private static IEnumerable<string> InSource(Repository repository, string path)
    {
        if (Layers.Of(path) is not { } from)
        {
            yield break;
        }

        var source = SourceText.WithoutComments(repository.Read(path));
        foreach (Match match in QualifiedName().Matches(source))
        {
            var to = Layers.All.Single(layer => layer.Namespace == match.Groups["layer"].Value);
            if (!Layers.Allows(from, to))
            {
                yield return $"{path}:{SourceText.LineOf(source, match.Index)}: {from.Folder} must not name {match.Value}";
            }
        }
    }

    [GeneratedRegex(@"\bNovaCron\s*\.\s*Validation\s*\.\s*(?<layer>StandIns|Environments|FaultInjectors|Assertions|Scenarios|Tests)\b")]
    private static partial Regex QualifiedName();
}
