namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>How a data set is read (<c>ReaderConfig</c>). Values are AWS's own words; null where a field is absent.</summary>
public sealed record ReaderConfig
{
    /// <summary>CSV, JSON, JSONL or MANIFEST.</summary>
    public string? InputType { get; init; }

    /// <summary>NONE or LOAD_AND_FLATTEN: of listed objects, read what is in them.</summary>
    public string? Transformation { get; init; }

    /// <summary>S3_INVENTORY or ATHENA_DATA.</summary>
    public string? ManifestType { get; init; }

    /// <summary>FIRST_ROW or GIVEN.</summary>
    public string? CsvHeaderLocation { get; init; }

    /// <summary>The headers, where they are GIVEN.</summary>
    public IReadOnlyList<string>? CsvHeaders { get; init; }

    /// <summary>COMMA (the default), PIPE, SEMICOLON, SPACE or TAB.</summary>
    public string? CsvDelimiter { get; init; }

    /// <summary>The JSON pointer (RFC 6901) to the array within a JSON file.</summary>
    public string? ItemsPointer { get; init; }

    /// <summary>How many items are read at most; 0: all.</summary>
    public IntegerField? MaxItems { get; init; }
}
