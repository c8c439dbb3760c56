using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Members' values as texts, as headers, queries and XML have them.</summary>
internal static class S3Values
{
    /// <summary>A member of a request.</summary>
    /// <exception cref="Services.ServiceException">A number is none.</exception>
    public static JsonValue Read(string name, string text) =>
        S3Names.Flags.Contains(name) ? bool.TryParse(text, out var flag) && flag
        : !S3Names.Numbers.Contains(name) ? new JsonString(text)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new Services.ServiceException(
            "InvalidArgument", $"Provided {name} not an integer or within integer range", 400, JsonObject.Of(("ArgumentName", name), ("ArgumentValue", text)));

    /// <summary>A member of an answer.</summary>
    public static string Write(string name, JsonValue value, bool isHeader) => value switch
    {
        JsonNumber seconds when S3Names.Times.Contains(name) => DateTimeOffset.FromUnixTimeSeconds((long)seconds.ToDouble())
            .ToString(isHeader ? "R" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        JsonString text => text.Value,
        _ => value.ToString(),
    };
}
