using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>
/// Which language applies: a state's own, else the state machine's; the containers between them have none. As AWS has it, only the exact
/// text <c>JSONPath</c> means JSONPath, so that any other value, refused as it is, is looked at as JSONata.
/// </summary>
internal static class QueryLanguages
{
    public const string Field = "QueryLanguage";
    public const string JsonPath = "JSONPath";
    public const string Jsonata = "JSONata";

    public static QueryLanguage OfMachine(JsonObject machine) => Of(machine, QueryLanguage.JsonPath);

    public static QueryLanguage Of(JsonObject state, QueryLanguage machine) => state[Field] is not { } value ? machine
        : value is JsonString { Value: JsonPath } ? QueryLanguage.JsonPath
        : QueryLanguage.Jsonata;
}
