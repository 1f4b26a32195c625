namespace NovaCron.Validation.Tests.Unit.Architecture;

public sealed class DependencyRuleTests
{
    [Fact]
    public void Imports_run_one_way()
    {
        var own = Repository.Own();
        own.Files("*.csproj").Should().HaveCountGreaterThanOrEqualTo(7);
        own.Files("*.cs").Should().HaveCountGreaterThan(20);
        DependencyRule.Violations(own).Should().BeEmpty();
    }

    [Theory]
    [InlineData("assertions/A.cs", "using NovaCron.Validation.FaultInjectors;", "assertions/A.cs:1: assertions must not name NovaCron.Validation.FaultInjectors")]
    [InlineData("fault-injectors/A.cs", "using static NovaCron.Validation.Assertions.Stages.Stage;", "fault-injectors/A.cs:1: fault-injectors must not name NovaCron.Validation.Assertions")]
    [InlineData("assertions/Deep/Er/A.cs", "// about\n\nvar a = new NovaCron.Validation.Scenarios.X();", "assertions/Deep/Er/A.cs:3: assertions must not name NovaCron.Validation.Scenarios")]
    [InlineData("environments/A.cs", "namespace NovaCron.Validation.Assertions;", "environments/A.cs:1: environments must not name NovaCron.Validation.Assertions")]
    [InlineData("environments/A.cs", "using NovaCron.Validation.StandIns;", "environments/A.cs:1: environments must not name NovaCron.Validation.StandIns")]
    [InlineData("environments/stand-ins/A.cs", "using X = NovaCron.Validation.Environments.Monitoring;", "environments/stand-ins/A.cs:1: environments/stand-ins must not name NovaCron.Validation.Environments")]
    [InlineData("scenarios/A.cs", "/* a */ using NovaCron . Validation . Tests;", "scenarios/A.cs:1: scenarios must not name NovaCron . Validation . Tests")]
    public void A_source_that_names_a_layer_beside_or_above_is_caught(string path, string source, string violation)
    {
        using var tree = new TemporaryTree().With(path, source);
        DependencyRule.Violations(tree.Repository).Should().Equal(violation);
    }

    [Theory]
    [InlineData("scenarios/A.cs", "using NovaCron.Validation.FaultInjectors; using NovaCron.Validation.Assertions; using NovaCron.Validation.Environments;")]
    [InlineData("assertions/A.cs", "// not NovaCron.Validation.FaultInjectors\n/* nor\nNovaCron.Validation.Scenarios */ namespace NovaCron.Validation.Assertions;")]
    [InlineData("tests/unit/A.cs", "using NovaCron.Validation.StandIns;")]
    [InlineData("environments/bin/A.cs", "using NovaCron.Validation.Scenarios;")]
    public void A_source_that_names_what_it_may_passes(string path, string source)
    {
        using var tree = new TemporaryTree().With(path, source);
        DependencyRule.Violations(tree.Repository).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""<ProjectReference Include="../fault-injectors/F.csproj" />""", "assertions/A.csproj: assertions must not import fault-injectors (../fault-injectors/F.csproj)")]
    [InlineData("""<ProjectReference Include="..\scenarios\S.csproj" />""", "assertions/A.csproj: assertions must not import scenarios (..\\scenarios\\S.csproj)")]
    [InlineData("""<ProjectReference Include="../environments/stand-ins/S.csproj" />""", "assertions/A.csproj: assertions must not import environments/stand-ins (../environments/stand-ins/S.csproj)")]
    [InlineData("""<Compile Include="../fault-injectors/IFault.cs" />""", "assertions/A.csproj: assertions must not import fault-injectors (../fault-injectors/IFault.cs)")]
    [InlineData("""<Reference Include="F"><HintPath>../fault-injectors/bin/F.dll</HintPath></Reference>""", "assertions/A.csproj: assertions must not import fault-injectors (../fault-injectors/bin/F.dll)")]
    public void A_project_that_refers_to_a_layer_beside_or_above_is_caught(string item, string violation)
    {
        using var tree = new TemporaryTree().With("assertions/A.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");
        DependencyRule.Violations(tree.Repository).Should().Equal(violation);
    }

    [Fact]
    public void A_project_that_refers_to_what_it_may_passes()
    {
        using var tree = new TemporaryTree().With("assertions/A.csproj", """<Project><ItemGroup><ProjectReference Include="../environments/E.csproj" /></ItemGroup></Project>""");
        DependencyRule.Violations(tree.Repository).Should().BeEmpty();
    }

    [Fact]
    public void A_project_outside_every_layer_is_caught()
    {
        using var tree = new TemporaryTree().With("tools/T.csproj", "<Project />");
        DependencyRule.Violations(tree.Repository).Should().ContainSingle().Which.Should().StartWith("tools/T.csproj: belongs to no layer");
    }
}
