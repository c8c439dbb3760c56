using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>A state as it was written, and where.</summary>
internal sealed record StateNode(string Name, JsonObject Body, string Location, ScopeNode Scope)
{
    /// <summary>ASL's Type; null where it is missing or no text.</summary>
    public string? Type => (Body["Type"] as JsonString)?.Value;

    /// <summary>Whether its effective query language is JSONata: its own, else the machine's; containers between them do not count.</summary>
    public bool IsJsonata => (Text("QueryLanguage") ?? (Scope.Machine["QueryLanguage"] as JsonString)?.Value) == "JSONata";

    public string At(string field) => $"{Location}/{field}";

    public string? Text(string field) => (Body[field] as JsonString)?.Value;
}
