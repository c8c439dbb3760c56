using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>The event that TestEventPattern takes: an object with the envelope's members, as AWS asks for them.</summary>
internal static class TestEventDocument
{
    private static readonly string[] _required = ["id", "account", "source", "time", "region", "detail-type"];

    /// <summary>Reads one, or says that it is none: AWS then answers ValidationException, <c>Parameter Event is not valid.</c></summary>
    public static bool TryParse(string json, out JsonValue @event) =>
        JsonValue.TryParse(json, out @event) && @event is JsonObject envelope && _required.All(envelope.Contains);
}
