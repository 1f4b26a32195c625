using System.Security.Cryptography;

namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>Keeps the documented configuration what it is: the strategy's files, byte for byte.</summary>
internal static class DocumentedFiles
{
    public const string Folder = "environments/monitoring/documented";

    /// <summary>SHA-256 of the strategy's files, by path.</summary>
    public static IReadOnlyDictionary<string, string> Hashes { get; } = new Dictionary<string, string>
    {
        ["alertmanager.yml"] = "e9b17325887c8ac7b3d6d50260d3e2e56591cb916d3ade107bcb79e218ad366a",
        ["prometheus.yml"] = "a648d052d11f2476c097d3a78fe48790479d42ab05c299c4f6a97f61b8ecbdd1",
        ["promtail.yml"] = "0243879a5fc35014d1a7e4f96c1713626c13fd3e7b63a657f5a5bb83cf4be0af",
        ["rules/application-alerts.yml"] = "f4dd28d6ebb040bda79c281bd20b986583f0ce58a3aa751104960b7ad4fe96bb",
        ["rules/cache-alerts.yml"] = "468e047d6162ea9b3fd799f6e05eabb6c5d53073cb1ef9e965bbd9536522cd21",
        ["rules/database-alerts.yml"] = "e76964b63888960ea03a559083d46eace1feaaeba7a439a7953260badbaae61e",
        ["rules/dwcp-alerts.yml"] = "46d0e8082a993a19733eec68e0d390ecf14e321973ed6db76a75ba92682ed1f7",
    };

    public static IReadOnlyList<string> Violations(Repository repository, IReadOnlyDictionary<string, string> hashes)
    {
        var present = repository.Files("*.yml").Where(path => path.StartsWith(Folder + "/", StringComparison.Ordinal)).Select(path => path[(Folder.Length + 1)..]).ToList();
        var rules = present.Where(path => path.StartsWith("rules/", StringComparison.Ordinal));
        return
        [
            .. hashes.Keys.Except(present).Select(path => $"{Folder}/{path} is missing"),
            .. rules.Except(hashes.Keys).Select(path => $"{Folder}/{path} is not the strategy's"),
            .. from path in hashes.Keys.Intersect(present)
               let hash = Convert.ToHexStringLower(SHA256.HashData(repository.ReadBytes($"{Folder}/{path}")))
               where hash != hashes[path]
               select $"{Folder}/{path} differs from the strategy's: {hash} instead of {hashes[path]}; changes belong in corrected/",
        ];
    }
}
