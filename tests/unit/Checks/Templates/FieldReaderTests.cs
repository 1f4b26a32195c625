using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Checks.Templates;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("{{ $labels.pod }}", "Labels.pod!")]
    [InlineData("{{ .Labels.pod | toUpper }} {{ $.Labels.a }}", "Labels.pod!", "Labels.a!")]
    [InlineData("{{ index $labels \"a\" }}", "Labels.a!")]
    [InlineData("{{ printf \"%s\" (index .Labels \"a\") }}", "Labels.a!")]
    [InlineData("{{ $value | humanize }}", "Value!")]
    [InlineData("{{ $p := $labels.pod }}{{ $p }}", "Labels.pod", "Labels.pod!")]
    [InlineData("{{ with $labels }}{{ .pod }}{{ end }}", "Labels", "Labels.pod!")]
    [InlineData("{{ range query \"up\" }}{{ .Labels.pod }}{{ end }}")]
    [InlineData("{{ if $labels.pod }}{{ $labels.pod }}{{ end }}{{ $labels.pod }}", "Labels.pod", "Labels.pod", "Labels.pod!")]
    [InlineData("{{ or $labels.pod \"none\" }}", "Labels.pod")]
    [InlineData("{{ $x := $labels.a }}{{ if $value }}{{ $x = $labels.b }}{{ end }}{{ $x }}", "Labels.a", "Value", "Labels.b")]
    public void Of_rules(string text, params string[] reads) => Show(FieldReader.OfRule(ParsedTemplate.OfRule(text), Source(text))).Should().Equal(reads);

    [Theory]
    [InlineData("{{ .GroupLabels.severity }}", "GroupLabels.severity!")]
    [InlineData("{{ range .Alerts.Firing }}{{ .Labels.x }}{{ $.CommonLabels.y }}{{ end }}", "Alerts", "Alerts.[].Labels.x!", "CommonLabels.y!")]
    [InlineData("{{ range $i, $a := .Alerts }}{{ $i }}{{ $a.Annotations.x }}{{ end }}", "Alerts", "Alerts.[].Annotations.x!")]
    [InlineData("{{ range .CommonLabels.SortedPairs }}{{ .Name }}{{ end }}{{ .GroupLabels.Values }}", "CommonLabels", "GroupLabels")]
    [InlineData("{{ .Alertsx.Firing | len }}", "Alertsx")]
    [InlineData("{{ len .Alerts.Firing }}", "Alerts")]
    [InlineData("{{ with .GroupLabels }}{{ .x }}{{ else }}{{ .Status }}{{ end }}", "GroupLabels", "GroupLabels.x!", "Status!")]
    [InlineData("{{ with .GroupLabels.x }}{{ . }}{{ end }}", "GroupLabels.x", "GroupLabels.x")]
    [InlineData("{{ if eq .CommonLabels.severity \"critical\" }}{{ .CommonLabels.severity }}{{ end }}", "CommonLabels.severity", "CommonLabels.severity")]
    [InlineData("{{ template \"title\" . }}", "GroupLabels.team!")]
    [InlineData("{{ template \"title\" .CommonLabels }}", "CommonLabels", "CommonLabels.GroupLabels.team!")]
    [InlineData("{{ define \"own\" }}{{ .Status }}{{ end }}{{ template \"own\" . }}", "Status!")]
    [InlineData("{{ define \"own\" }}{{ .Status }}{{ end }}{{ template \"own\" . }}{{ template \"own\" . }}", "Status!")]
    [InlineData("{{ template \"loop\" . }}", "Receiver!")]
    [InlineData("{{ template \"nowhere\" . }}")]
    public void Of_messages(string text, params string[] reads) => Show(FieldReader.OfMessage(ParsedTemplate.OfMessage(text), Source(text), Defined)).Should().Equal(reads);

    [Fact]
    public void A_read_knows_its_place_in_the_text()
    {
        const string text = "a\n{{ $labels.pod }}";

        var read = FieldReader.OfRule(ParsedTemplate.OfRule(text), TemplateSource.Of(ConfigurationFile.Of("f.tmpl", text))).Should().ContainSingle().Subject;

        (read.Text, read.Place.Position.ToString(), read.Place.Length).Should().Be(("$labels.pod", "f.tmpl:2:4", 11));
    }

    [Fact]
    public void Texts_of_the_same_words_are_two() => Source("{{ .Status }}").Should().NotBe(Source("{{ .Status }}"));

    private static DefinedTemplate? Defined(string name) => name switch
    {
        "title" => Define("{{ .GroupLabels.team }}"),
        "loop" => Define("{{ .Receiver }}{{ template \"loop\" . }}"),
        _ => null,
    };

    private static DefinedTemplate Define(string text) => new(ParsedTemplate.OfMessage(text).Root, Source(text));

    private static TemplateSource Source(string text) => new(text, at => new SourcePosition("t", 1, at + 1));

    private static IEnumerable<string> Show(IEnumerable<FieldRead> reads) => reads.Select(r => string.Join('.', r.Path) + (r.IsShown ? "!" : ""));
}
