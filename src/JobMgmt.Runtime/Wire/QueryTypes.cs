using System.Globalization;
using System.Xml;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>
/// What forms and XML don't tell of the members that the runtime serves: which texts are numbers, flags or lists, and which numbers are times. By name: in these
/// services a name has one type.
/// </summary>
internal static class QueryTypes
{
    private static readonly HashSet<string> _numbers = ["MinCount", "MaxCount", "MaxResults", "MaxItems", "MaxSessionDuration", "DurationSeconds"];
    private static readonly HashSet<string> _flags = ["DryRun", "Force", "Hibernate", "EbsOptimized", "DisableApiTermination", "SkipOsShutdown"];
    private static readonly HashSet<string> _lists = ["Tags", "TagKeys", "Filters", "Values", "InstanceIds", "Resources", "TagSpecifications"];
    private static readonly HashSet<string> _times = ["CreateDate", "LaunchTime", "LastUsedDate", "Expiration"];

    /// <summary>A request with its types.</summary>
    public static JsonObject Apply(JsonObject request) => new(request.Select(member => KeyValuePair.Create(member.Key, Typed(member.Key, member.Value))));

    /// <summary>A member's text in XML.</summary>
    public static string ToText(string name, JsonValue value) => value switch
    {
        JsonNumber number when _times.Contains(name) => XmlConvert.ToString(
            DateTimeOffset.UnixEpoch.AddMilliseconds((double)(decimal.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture) * 1000)).UtcDateTime, "yyyy-MM-ddTHH:mm:ss.fffZ"),
        JsonString text => text.Value,
        _ => value.ToString(),
    };

    private static JsonValue Typed(string name, JsonValue value) => value switch
    {
        JsonString { Value: "" } when _lists.Contains(name) => JsonArray.Empty,
        JsonString text when _numbers.Contains(name) && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        JsonString text when _flags.Contains(name) && bool.TryParse(text.Value, out var flag) => flag,
        JsonObject nested => Apply(nested),
        JsonArray list => new JsonArray(list.Select(item => item is JsonObject nested ? Apply(nested) : item).ToArray()),
        _ => value,
    };
}
