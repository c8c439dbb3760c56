using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>A state as it was written, and where.</summary>
internal sealed record StateNode(string Name, JsonObject Body, string Location, ScopeNode Scope)
{
    /// <summary>ASL's Type; null where it is missing or no text.</summary>
    public string? Type => (Body["Type"] as JsonString)?.Value;

    public string At(string field) => $"{Location}/{field}";

    public string? Text(string field) => (Body[field] as JsonString)?.Value;
}
