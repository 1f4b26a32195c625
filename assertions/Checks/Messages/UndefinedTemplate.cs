using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A message that calls a template which nobody defines.</summary>
public sealed class UndefinedTemplate : ICheck
{
    /// <inheritdoc/>
    public string Name => "message/undefined-template";

    /// <inheritdoc/>
    public string About => "a message that calls a template which neither Alertmanager nor a template file defines";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var files = TemplateFiles.Of(subject);
        return files.AreAllKnown
            ? MessageTemplate.Of(subject).Where(t => t.Parsed is not null).SelectMany(t => Find(t, files)).DistinctBy(f => (f.Subject, f.Position))
            : [];
    }

    private IEnumerable<Finding> Find(MessageTemplate template, TemplateFiles files) =>
        from call in Calls(template.Parsed!, template.Source, files)
        where files.Find(call.Call.Name) is null && !template.Parsed!.Definitions.ContainsKey(call.Call.Name) && !TemplateFiles.IsBuiltIn(call.Call.Name)
        let place = call.Source.PlaceOf(call.Call.NameStart, call.Call.NameEnd)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = template.Receiver.Name,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected a template named \"{call.Call.Name}\", found none: no message of {template.Integration.Kind} is sent where its {template.Path} comes to this call",
            Fix = "define it in a file that templates names, or call another",
        };

    // What it calls, and what that calls in turn.
    private static IEnumerable<(TemplateCallNode Call, TemplateSource Source)> Calls(ParsedTemplate template, TemplateSource source, TemplateFiles files)
    {
        var open = new Queue<DefinedTemplate>([new DefinedTemplate(template.Root, source), .. template.Definitions.Values.Select(d => new DefinedTemplate(d, source))]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var next))
        {
            foreach (var call in next.Nodes.WithDescendants().OfType<TemplateCallNode>())
            {
                yield return (call, next.Source);
                if (seen.Add(call.Name) && files.Find(call.Name) is { } called)
                {
                    open.Enqueue(called);
                }
            }
        }
    }
}
