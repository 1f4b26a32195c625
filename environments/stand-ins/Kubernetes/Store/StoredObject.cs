using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Kubernetes.Store;

/// <summary>One version of an object. Never changed once made.</summary>
/// <param name="Namespace">Namespace; empty for kinds without.</param>
/// <param name="Name">Name.</param>
/// <param name="Revision">The store's revision at which it came to be.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Json">The object as served, with <c>kind</c> and <c>apiVersion</c>.</param>
internal sealed record StoredObject(string Namespace, string Name, long Revision, IReadOnlyDictionary<string, string> Labels, string Json)
{
    /// <summary>A copy that the caller may change.</summary>
    public JsonObject ToJsonObject() => JsonNode.Parse(Json)!.AsObject();
}

/// <summary>One change, as a watch tells it.</summary>
/// <param name="Type"><c>ADDED</c>, <c>MODIFIED</c> or <c>DELETED</c>.</param>
/// <param name="Object">The object after the change; for a deletion its last state under the deletion's revision.</param>
/// <param name="Previous">The object before; null for an addition.</param>
internal sealed record StoredChange(string Type, StoredObject Object, StoredObject? Previous);
