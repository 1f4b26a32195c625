using System.Security.Cryptography;

namespace NovaCron.Validation.Tests.Unit.Architecture;

public sealed class DocumentedFilesTests
{
    private static readonly string Empty = Convert.ToHexStringLower(SHA256.HashData([]));

    [Fact]
    public void The_documented_configuration_is_the_strategys_byte_for_byte() =>
        DocumentedFiles.Violations(Repository.Own(), DocumentedFiles.Hashes).Should().BeEmpty();

    [Fact]
    public void A_file_as_recorded_passes_and_others_beside_it_are_let_be()
    {
        using var tree = Tree("").With("environments/monitoring/documented/exporters.yml", "a: 1");
        Violations(tree).Should().BeEmpty();
    }

    [Fact]
    public void A_changed_byte_is_caught()
    {
        using var tree = Tree("\n");
        Violations(tree).Should().ContainSingle().Which.Should().StartWith("environments/monitoring/documented/prometheus.yml differs from the strategy's: ").And.Contain($"instead of {Empty}");
    }

    [Fact]
    public void A_missing_file_is_caught()
    {
        using var tree = new TemporaryTree();
        Violations(tree).Should().Equal("environments/monitoring/documented/prometheus.yml is missing");
    }

    [Fact]
    public void A_rule_file_that_is_not_the_strategys_is_caught()
    {
        using var tree = Tree("").With("environments/monitoring/documented/rules/own.yml", "");
        Violations(tree).Should().Equal("environments/monitoring/documented/rules/own.yml is not the strategy's");
    }

    private static TemporaryTree Tree(string prometheus) => new TemporaryTree().With("environments/monitoring/documented/prometheus.yml", prometheus);

    private static IReadOnlyList<string> Violations(TemporaryTree tree) =>
        DocumentedFiles.Violations(tree.Repository, new Dictionary<string, string> { ["prometheus.yml"] = Empty });
}
