using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>
/// The functions that a template may call. A name that any version knows is known, so that nothing is called undefined that is not: Prometheus'
/// <c>template/template.go</c> up to 3.7, Alertmanager's <c>template/template.go</c> up to 0.33, Go's <c>text/template/funcs.go</c>.
/// </summary>
public static class TemplateFunctions
{
    private static readonly string[] BuiltIn =
    [
        "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "slice",
        "urlquery",
    ];

    /// <summary>Those of labels and annotations of Prometheus' rules.</summary>
    public static ImmutableHashSet<string> OfRules { get; } =
    [
        .. BuiltIn,
        "args", "externalURL", "first", "graphLink", "humanize", "humanize1024", "humanizeDuration", "humanizePercentage", "humanizeTimestamp", "label", "match", "now",
        "parseDuration", "pathPrefix", "query", "reReplaceAll", "safeHtml", "sortByLabel", "stripDomain", "stripPort", "strvalue", "tableLink", "title", "toDuration",
        "toLower", "toTime", "toUpper", "urlQueryEscape", "value",
    ];

    /// <summary>Those of Alertmanager's messages.</summary>
    public static ImmutableHashSet<string> OfMessages { get; } =
    [
        .. BuiltIn,
        "append", "date", "dict", "humanizeDuration", "join", "list", "match", "reReplaceAll", "safeHtml", "safeUrl", "since", "stringSlice", "title", "toJson", "toLower",
        "toUpper", "trimSpace", "tz", "urlUnescape",
    ];
}
