using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services;

/// <summary>Reads a request's members. One of the wrong JSON type is refused as AWS's own parser does, by SerializationException.</summary>
internal static class RequestMembers
{
    private const double MostSeconds = 6e10; // about the year 3870, and as far back: within what .NET can hold

    public static string? Text(this JsonObject request, string name) => request.Member<JsonString>(name, "String")?.Value;

    public static bool? Flag(this JsonObject request, string name) => request.Member<JsonBoolean>(name, "Boolean")?.Value;

    public static JsonObject? Object(this JsonObject request, string name) => request.Member<JsonObject>(name, "structure or map");

    /// <summary>A map of strings; empty where the member is absent.</summary>
    public static JsonObject TextMap(this JsonObject request, string name) =>
        request.Object(name) is not { } map ? JsonObject.Empty
        : map.FirstOrDefault(member => member.Value is not JsonString).Value is { } other ? throw Wrong("String", other)
        : map;

    public static JsonArray? List(this JsonObject request, string name) => request.Member<JsonArray>(name, "list");

    /// <summary>A list of strings; empty where the member is absent.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject request, string name) =>
        request.List(name)?.Select(item => (item as JsonString ?? throw Wrong("String", item)).Value).ToArray() ?? [];

    /// <summary>A list of structures; empty where the member is absent.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject request, string name) =>
        request.List(name)?.Select(item => item as JsonObject ?? throw Wrong("structure or map", item)).ToArray() ?? [];

    public static long? Number(this JsonObject request, string name) =>
        request.Member<JsonNumber>(name, "Number") is not { } number ? null
        : number.TryToInt64(out var value) ? value
        : throw Wrong("Integer", number);

    /// <summary>An instant, sent as epoch seconds with a fraction.</summary>
    public static DateTimeOffset? Instant(this JsonObject request, string name) =>
        request.Member<JsonNumber>(name, "Timestamp") is not { } seconds ? null
        : Math.Abs(seconds.ToDouble()) <= MostSeconds ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds.ToDouble() * 1000))
        : throw Wrong("Timestamp", seconds);

    /// <summary>An instant as AWS JSON sends it: epoch seconds, with milliseconds.</summary>
    public static JsonValue EpochSeconds(this DateTimeOffset instant) =>
        new JsonNumber((instant.ToUnixTimeMilliseconds() / 1000m).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static T? Member<T>(this JsonObject request, string name, string expected)
        where T : JsonValue =>
        request[name] switch
        {
            null or JsonNull => null,
            T value => value,
            var other => throw Wrong(expected, other),
        };

    private static ServiceException Wrong(string expected, JsonValue found) =>
        new("SerializationException", $"{found.Kind} value cannot be converted to {expected}");
}
