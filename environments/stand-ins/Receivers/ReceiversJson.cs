using System.Text.Json.Serialization;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>JSON of what was received, in camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ReceivedRequest>))]
internal sealed partial class ReceiversJson : JsonSerializerContext;
