using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A setting of a receiver, read as a template.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Integration">Its integration.</param>
/// <param name="Path">The setting: <c>text</c>, <c>fields[0].title</c>.</param>
/// <param name="Text">Its text.</param>
internal sealed record MessageTemplate(Receiver Receiver, Integration Integration, string Path, ConfigurationText Text)
{
    // How and where a message is sent is no template. Source: Alertmanager's documentation, which says <tmpl_string> of those that are.
    private static readonly string[] Plain = ["api_url", "http_config", "send_resolved", "smarthost", "tls_config", "webhook_url"];

    // Nothing of a webhook is a template. Source: notify/webhook/webhook.go of Alertmanager 0.28; from 0.30 on its url is one.
    private const string Webhook = "webhook";

    /// <summary>The text.</summary>
    public TemplateSource Source => TemplateSource.Of(Text);

    /// <summary>It as a tree; null where Alertmanager refuses it, or where it is nested too deeply.</summary>
    public ParsedTemplate? Parsed { get; private init; }

    /// <summary>Why Alertmanager refuses it; null where it does not.</summary>
    public TemplateException? Refusal { get; private init; }

    /// <summary>Every setting with an action in it, in the order of the file.</summary>
    public static IEnumerable<MessageTemplate> Of(CheckSubject subject) =>
        from receiver in subject.Folder.Alertmanager?.Receivers ?? []
        from integration in receiver.Integrations
        from entry in integration.Source.Texts()
        where entry.Value.Contains("{{", StringComparison.Ordinal) && !Plain.Contains(entry.Name.Split('.')[0]) && integration.Kind != Webhook
        select Read(new MessageTemplate(receiver, integration, entry.Name, entry.Text));

    private static MessageTemplate Read(MessageTemplate template)
    {
        try
        {
            return template with { Parsed = ParsedTemplate.OfMessage(template.Text.Value) };
        }
        catch (TemplateException e)
        {
            return template with { Refusal = e.IsTooDeep ? null : e };
        }
    }
}
