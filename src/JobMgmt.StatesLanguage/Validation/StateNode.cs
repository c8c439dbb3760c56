using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>A state as it was written, and where.</summary>
internal sealed record StateNode(string Name, JsonObject Body, string Location, ScopeNode Scope)
{
    /// <summary>ASL's Type; null where it is missing or no text.</summary>
    public string? Type => (Body["Type"] as JsonString)?.Value;

    /// <summary>The language that applies: its own, else the machine's; containers between them do not count.</summary>
    public QueryLanguage Language => QueryLanguages.Of(Body, QueryLanguages.OfMachine(Scope.Machine));

    /// <summary>Whether that is JSONata.</summary>
    public bool IsJsonata => Language == QueryLanguage.Jsonata;

    /// <summary>Whether it is a Map in DISTRIBUTED mode.</summary>
    public bool IsDistributedMap => Type == "Map"
        && ((Body["ItemProcessor"] ?? Body["Iterator"]) as JsonObject)?["ProcessorConfig"] is JsonObject config
        && config["Mode"] is JsonString { Value: "DISTRIBUTED" };

    public string At(string field) => $"{Location}/{field}";

    public string? Text(string field) => (Body[field] as JsonString)?.Value;
}
