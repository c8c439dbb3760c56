using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>A ReaderConfig, evaluated. Values are AWS's own words; null where a field is absent.</summary>
/// <param name="InputType">CSV, JSON, JSONL or MANIFEST.</param>
/// <param name="MaxItems">How many items are read at most; <see cref="MostItems"/> where AWS's own limit alone holds.</param>
/// <param name="CsvHeaderLocation">FIRST_ROW or GIVEN.</param>
/// <param name="CsvHeaders">The headers, where they are GIVEN.</param>
/// <param name="CsvDelimiter">COMMA, PIPE, SEMICOLON, SPACE or TAB.</param>
/// <param name="ManifestType">S3_INVENTORY or ATHENA_DATA.</param>
/// <param name="ItemsPointer">The JSON pointer to the array within a JSON file.</param>
/// <param name="Transformation">NONE or LOAD_AND_FLATTEN.</param>
public sealed record ReaderSettings(
    string? InputType,
    long MaxItems,
    string? CsvHeaderLocation = null,
    IReadOnlyList<string>? CsvHeaders = null,
    string? CsvDelimiter = null,
    string? ManifestType = null,
    string? ItemsPointer = null,
    string? Transformation = null)
{
    /// <summary>What AWS reads at most, whatever MaxItems says.</summary>
    public const long MostItems = 100_000_000;

    /// <summary>Whether the object is a manifest: it names the files that hold the items.</summary>
    public bool IsManifest => InputType == "MANIFEST" || ManifestType is not null;

    /// <summary>Whether a manifest is one of an S3 inventory.</summary>
    public bool IsInventory => IsManifest && ManifestType is null or "S3_INVENTORY";

    /// <summary>Whether the items are what is in the listed objects.</summary>
    public bool LoadsAndFlattens => Transformation == "LOAD_AND_FLATTEN";

    /// <summary>The character between two fields of a CSV file.</summary>
    public char Delimiter => CsvDelimiter switch
    {
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "SPACE" => ' ',
        "TAB" => '\t',
        _ => ',',
    };

    internal JsonObject ToJson() => JsonObject.Of(
        ("type", InputType),
        ("max", MaxItems),
        ("headerLocation", CsvHeaderLocation),
        ("headers", CsvHeaders is null ? null : new JsonArray(CsvHeaders.Select(header => (JsonValue)new JsonString(header)))),
        ("delimiter", CsvDelimiter),
        ("manifest", ManifestType),
        ("pointer", ItemsPointer),
        ("transformation", Transformation));

    internal static ReaderSettings FromJson(JsonObject source) => new(
        PlanJson.Text(source["type"]),
        PlanJson.Number(source["max"]),
        PlanJson.Text(source["headerLocation"]),
        (source["headers"] as JsonArray)?.Select(header => PlanJson.Text(header)!).ToArray(),
        PlanJson.Text(source["delimiter"]),
        PlanJson.Text(source["manifest"]),
        PlanJson.Text(source["pointer"]),
        PlanJson.Text(source["transformation"]));
}
