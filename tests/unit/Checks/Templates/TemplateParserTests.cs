using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Checks.Templates;

namespace NovaCron.Validation.Tests.Unit.Checks.Templates;

public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no action, } and { alone")]
    [InlineData("{{ $value }}")]
    [InlineData("{{$value|humanizePercentage}}")]
    [InlineData("{{ $labels.pod }} of {{ .Labels.namespace }}, {{ $externalLabels.cluster }}, {{ $externalURL }}, {{ .ExternalURL }}")]
    [InlineData("{{- $value -}}  {{- /* a comment\nof two lines */ -}}")]
    [InlineData("{{/* a */}}")]
    [InlineData("{{ if gt $value 1.5 }}a{{ else if eq $labels.x `raw` }}b{{ else }}c{{ end }}")]
    [InlineData("{{ with query \"up == 0\" }}{{ . | first | value }}{{ end }}")]
    [InlineData("{{ with $x := query \"up\" }}{{ $x }}{{ else with .Value }}{{ . }}{{ end }}")]
    [InlineData("{{ range $i, $x := query \"up\" }}{{ if $i }}{{ break }}{{ end }}{{ continue }}{{ end }}")]
    [InlineData("{{ range query \"up\" | sortByLabel \"x\" }}{{ .Labels.instance }}{{ else }}none{{ end }}")]
    [InlineData("{{ printf \"%.2f\" (index (query \"up\") 0).Value }}")]
    [InlineData("{{ define \"a\" }}x{{ end }}{{ template \"a\" }}{{ template `a` . }}")]
    [InlineData("{{ block \"a\" .Labels }}{{ .x }}{{ end }}")]
    [InlineData("{{ $x := 1 }}{{ $x = 2 }}{{ $x }}")]
    [InlineData("{{ $.Labels.x }} {{ $ }} {{ . }} {{ nil | print }}")]
    [InlineData("{{ 0x1F }} {{ 1_000 }} {{ .5 }} {{ 1e3 }} {{ -2 }} {{ 'a' }} {{ '\\n' }} {{ 1+2i }} {{ true }}")]
    [InlineData("{{ \"a\\\"b\\x41\\101\\u00e9\\U0001F600\" }}")]
    [InlineData("{{ .Value\n | humanize }}")]
    [InlineData("{{ .Value | }}")]
    [InlineData("{{ externalURL.Host }}")]
    public void What_Go_reads_is_read(string text) => Read(text).Should().Be("read");

    [Theory]
    [InlineData("(max: {{ dwcp_streams_max }})", "9+16 function \"dwcp_streams_max\" not defined")]
    [InlineData("{{ $lables.pod }}", "3+7 undefined variable \"$lables\"")]
    [InlineData("a {{ $value ", "2+2 unclosed action")]
    [InlineData("{{ $value }", "10+1 unexpected \"}\" in operand")]
    [InlineData("{{ }}", "3+2 missing value for command")]
    [InlineData("{{- }}", "4+2 missing value for command")]
    [InlineData("{{ if }}x{{ end }}", "6+2 missing value for if")]
    [InlineData("{{ if $value }}x", "0+2 unexpected EOF: no {{end}} for what begins here")]
    [InlineData("{{ if $value }}x{{ else }}y{{ else }}z{{ end }}", "30+4 expected end; found {{else}}")]
    [InlineData("x{{ end }}", "1+9 unexpected {{end}}")]
    [InlineData("x{{ else }}", "1+10 unexpected {{else}}")]
    [InlineData("{{ range query \"up\" }}a{{ else if $value }}b{{ end }}", "31+2 unexpected <if> in input")]
    [InlineData("{{ break }}", "0+11 {{break}} outside {{range}}")]
    [InlineData("{{ $value | 3 }}", "12+1 non executable command in pipeline stage 2")]
    [InlineData("{{ $value | . }}", "12+1 non executable command in pipeline stage 2")]
    [InlineData("{{ $value || humanize }}", "11+1 missing value", true)]
    [InlineData("{{ \"a }}", "3+0 unterminated quoted string")]
    [InlineData("{{ `a }}", "3+0 unterminated raw quoted string")]
    [InlineData("{{ 'a }}", "3+0 unterminated character constant")]
    [InlineData("{{ 'ab' }}", "3+4 malformed character constant: 'ab'")]
    [InlineData("{{ \"\\q\" }}", "3+4 invalid syntax")]
    [InlineData("{{ \"\\ud800\" }}", "3+8 invalid syntax")]
    [InlineData("{{ 1x }}", "3+1 bad number syntax: \"1x\"")]
    [InlineData("{{ 09.x }}", "3+3 bad number syntax: \"09.x\"")]
    [InlineData("{{ 0x }}", "3+2 illegal number syntax: \"0x\"")]
    [InlineData("{{ (print 1 }}", "12+2 unclosed left paren")]
    [InlineData("{{ print 1) }}", "10+1 unexpected right paren")]
    [InlineData("{{ () }}", "4+1 missing value for parenthesized pipeline")]
    [InlineData("{{ print 3, 4 }}", "10+1 unexpected \",\" in operand")]
    [InlineData("{{ \"a\"\"b\" }}", "6+3 unexpected \"\"b\"\" in operand")]
    [InlineData("{{ 3.Value }}", "3+1 bad number syntax", true)]
    [InlineData("{{ true.Value }}", "3+4 unexpected . after term \"true\"")]
    [InlineData("{{ $x := $value, }}", "15+1 unexpected \",\" in operand")]
    [InlineData("{{ $x, $y := $value }}", "5+1 too many declarations in command")]
    [InlineData("{{ range $x, 3 := $value }}{{ end }}", "13+1 range can only initialize variables")]
    [InlineData("{{ template a }}", "12+1 unexpected \"a\" in template clause")]
    [InlineData("{{ define a }}x{{ end }}", "10+1 unexpected \"a\" in define clause")]
    [InlineData("{{ if $value }}{{ define \"a\" }}{{ end }}{{ end }}", "18+6 unexpected <define> in command")]
    [InlineData("{{ define \"a\" }}x{{ end }}{{ define \"a\" }}y{{ end }}", "26+2 template: multiple definition of template \"a\"")]
    [InlineData("{{ define \"a\" }}{{ $value }}{{ end }}", "19+6 undefined variable \"$value\"")]
    [InlineData("{{/* a", "0+0 unclosed comment")]
    [InlineData("{{/* a */ }}", "7+2 comment ends before closing delimiter")]
    [InlineData("{{ $value.a-b }}", "11+1 bad character U+002D '-'")]
    [InlineData("{{ \u00a0 }}", "3+1 unrecognized character in action: U+00A0 '\u00a0'")]
    [InlineData("{{ : }}", "3+1 expected :=")]
    [InlineData("{{ if $value }}{{ $x := 1 }}{{ end }}{{ $x }}", "40+2 undefined variable \"$x\"")]
    public void What_Go_refuses_is_refused_with_the_place(string text, string refusal, bool isBeginning = false)
    {
        if (isBeginning)
        {
            Read(text).Should().NotBe("read");
        }
        else
        {
            Read(text).Should().Be(refusal);
        }
    }

    [Theory]
    [InlineData("{{ $labels.x }}")]
    [InlineData("{{ humanize 1 }}")]
    [InlineData("{{ query \"up\" }}")]
    public void What_only_rules_may_is_refused_in_messages(string text) => FluentActions.Invoking(() => ParsedTemplate.OfMessage(text)).Should().Throw<TemplateException>();

    [Theory]
    [InlineData("{{ .Alerts.Firing | len }}")]
    [InlineData("{{ range .CommonLabels.SortedPairs }}{{ .Name | title }}{{ end }}{{ .GroupLabels.Values | join \" \" | toUpper }}{{ since (index .Alerts 0).StartsAt }}")]
    public void What_messages_may_is_read(string text) => FluentActions.Invoking(() => ParsedTemplate.OfMessage(text)).Should().NotThrow();

    [Theory]
    [InlineData("{{ ", "(", "1", ")", " }}")]
    [InlineData("", "{{ if 1 }}", "x", "{{ end }}", "")]
    [InlineData("{{ if 1 }}", "{{ else if 2 }}", "", "", "{{ end }}")]
    public void Nesting_is_bounded(string head, string open, string middle, string close, string tail)
    {
        var deep = head + string.Concat(Enumerable.Repeat(open, 100_000)) + middle + string.Concat(Enumerable.Repeat(close, 100_000)) + tail;
        var shallow = head + string.Concat(Enumerable.Repeat(open, 40)) + middle + string.Concat(Enumerable.Repeat(close, 40)) + tail;

        FluentActions.Invoking(() => ParsedTemplate.OfRule(deep)).Should().Throw<TemplateException>().Which.IsTooDeep.Should().BeTrue();
        Read(shallow).Should().Be("read");
    }

    [Fact]
    public void Any_text_is_read_or_refused_within_it()
    {
        Prop.ForAll(Arb.From(Texts()), IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Prop.ForAll<NonNull<string>>(text => IsReadOrRefused("{{ " + text.Get)).QuickCheckThrowOnFailure();
    }

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            ParsedTemplate.OfRule(text);
            return true;
        }
        catch (TemplateException e)
        {
            return e.Offset >= 0 && e.Length >= 0 && e.Offset + e.Length <= text.Length;
        }
    }

    private static Gen<string> Texts()
    {
        string[] parts =
        [
            "{{", "}}", "{{-", "-}}", " ", "\n", "if", "else", "end", "range", "with", "define", "block", "template", "break", "\"a\"", "`a`", "'a'", "\"", "`", "'", "\\", "$", "$x", "$value", ".",
            ".a", "(", ")", "|", ",", ":=", "=", "print", "1", "0x", "1e", "i", "/*", "*/", "nil", "true", "é", "\ud83d\ude00", "\ud83d", "-", "+",
        ];
        return Gen.Elements(parts).ArrayOf().Select(string.Concat);
    }

    private static string Read(string text)
    {
        try
        {
            ParsedTemplate.OfRule(text);
            return "read";
        }
        catch (TemplateException e)
        {
            return FormattableString.Invariant($"{e.Offset}+{e.Length} {e.Message}");
        }
    }
}
