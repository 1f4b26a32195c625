using System.Text.Json.Serialization;
using NovaCron.Validation.StandIns.Api.Inventory;
using NovaCron.Validation.StandIns.Dwcp.Streams;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>The API's JSON, with names as in the strategy's health responses (snake case).</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(VirtualMachine))]
[JsonSerializable(typeof(IReadOnlyList<VirtualMachine>))]
[JsonSerializable(typeof(VirtualMachineSpec))]
[JsonSerializable(typeof(IReadOnlyList<StreamInfo>))]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(BasicHealth))]
[JsonSerializable(typeof(DetailedHealth))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>The body of an answer that is no success.</summary>
/// <param name="Error">What was attempted, what came back, and what to do.</param>
internal sealed record ApiError(string Error);
