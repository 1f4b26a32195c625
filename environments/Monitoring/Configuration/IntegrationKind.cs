using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>
/// What Alertmanager knows of a kind of integration. Source: its <c>config/config.go</c>, <c>config/notifiers.go</c> and, for the newest kinds,
/// their own folders under <c>notify/</c>, versions 0.25 to 0.33.
/// </summary>
/// <param name="Name">The key in the file without <c>_configs</c>.</param>
/// <param name="SendsResolved">Whether it is told of resolutions when the file does not say.</param>
/// <param name="AddressSettings">The settings that say whom it tells, the first that is there; each may have a twin that ends in <c>_file</c>.</param>
/// <param name="Inherits">The settings that it leaves to <c>global</c>.</param>
public sealed record IntegrationKind(string Name, bool SendsResolved, ImmutableArray<string> AddressSettings, ImmutableArray<GlobalSetting> Inherits)
{
    private static readonly GlobalSetting Http = new("http_config", "http_config");

    /// <summary>All kinds, by name.</summary>
    public static ImmutableArray<IntegrationKind> All { get; } =
    [
        new("discord", true, ["webhook_url"], [Http]),
        new("email", false, ["to"],
        [
            new("smarthost", "smtp_smarthost") { IsRequired = true },
            new("from", "smtp_from") { IsRequired = true },
            new("hello", "smtp_hello") { Default = "localhost" },
            new("auth_username", "smtp_auth_username"),
            new("auth_password", "smtp_auth_password") { MayBeFile = true },
            new("auth_secret", "smtp_auth_secret") { MayBeFile = true },
            new("auth_identity", "smtp_auth_identity"),
            new("require_tls", "smtp_require_tls") { Default = "true" },
            new("tls_config", "smtp_tls_config"),
        ]),
        new("incidentio", true, ["url"], [Http]),
        new("jira", true, ["project"], [Http, new("api_url", "jira_api_url") { IsRequired = true }]),
        new("mattermost", true, ["channel", "webhook_url"], [Http, new("webhook_url", "mattermost_webhook_url") { MayBeFile = true }]),
        new("msteams", true, ["webhook_url"], [Http]),
        new("msteamsv2", true, ["webhook_url"], [Http]),
        new("opsgenie", true, ["api_key"],
        [
            Http,
            new("api_url", "opsgenie_api_url") { Default = "https://api.opsgenie.com/" },
            new("api_key", "opsgenie_api_key") { MayBeFile = true, IsRequired = true },
        ]),
        new("pagerduty", true, ["routing_key", "service_key"], [Http, new("url", "pagerduty_url") { Default = "https://events.pagerduty.com/v2/enqueue" }]),
        new("pushover", true, ["user_key"], [Http]),
        new("rocketchat", false, ["channel"],
        [
            Http,
            new("api_url", "rocketchat_api_url") { Default = "https://open.rocket.chat/" },
            new("token_id", "rocketchat_token_id") { MayBeFile = true, IsRequired = true },
            new("token", "rocketchat_token") { MayBeFile = true, IsRequired = true },
        ]),
        new("slack", false, ["channel"], [Http, new("api_url", "slack_api_url") { MayBeFile = true, IsRequired = true }]),
        new("sns", true, ["topic_arn", "target_arn", "phone_number"], [Http]),
        new("telegram", true, ["chat_id"], [Http, new("api_url", "telegram_api_url") { Default = "https://api.telegram.org" }]),
        new("victorops", true, ["routing_key"],
        [
            Http,
            new("api_url", "victorops_api_url") { Default = "https://alert.victorops.com/integrations/generic/20131114/alert/" },
            new("api_key", "victorops_api_key") { MayBeFile = true, IsRequired = true },
        ]),
        new("webex", true, ["room_id"], [Http, new("api_url", "webex_api_url") { Default = "https://webexapis.com/v1/messages" }]),
        new("webhook", true, ["url"], [Http]),
        new("wechat", false, ["to_user", "to_party", "to_tag"],
        [
            Http,
            new("api_url", "wechat_api_url") { Default = "https://qyapi.weixin.qq.com/cgi-bin/" },
            new("api_secret", "wechat_api_secret") { MayBeFile = true, IsRequired = true },
            new("corp_id", "wechat_api_corp_id") { IsRequired = true },
        ]),
    ];

    /// <summary>The kind of a name; null where Alertmanager has none.</summary>
    public static IntegrationKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}

/// <summary>A setting that integrations leave to <c>global</c>.</summary>
/// <param name="Name">The integration's setting, e.g. <c>api_url</c>.</param>
/// <param name="GlobalName">The setting of <c>global</c>, e.g. <c>slack_api_url</c>.</param>
public sealed record GlobalSetting(string Name, string GlobalName)
{
    /// <summary>Alertmanager's own value where neither has one; null where it has none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether both may name a file that holds the value, under a name that ends in <c>_file</c>.</summary>
    public bool MayBeFile { get; init; }

    /// <summary>Whether Alertmanager refuses a file in which neither is there.</summary>
    public bool IsRequired { get; init; }
}
