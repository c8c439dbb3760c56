using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>An ItemReader names what it reads, and its ReaderConfig says all that the kind of file needs, and nothing that it has no use for.</summary>
internal sealed class ItemReaderRule : IValidationRule
{
    private static readonly string[] _types = ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"];
    private static readonly string[] _csvFields = ["CSVHeaderLocation", "CSVHeaders", "CSVDelimiter"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            if (MapFields.Of(state, "ItemReader", diagnostics) is { } reader)
            {
                Check(state, reader);
            }
        }
    }

    private static void Check(StateNode state, MapFields reader)
    {
        reader.Supports("Resource", reader.ParametersField, "ReaderConfig");
        reader.Requires("Resource");
        reader.IsResource("getObject", "listObjectsV2");
        reader.Template("Parameters");
        var isListing = reader.Text("Resource")?.EndsWith(":listObjectsV2", StringComparison.Ordinal) == true;
        if (reader.Inner("ReaderConfig") is { } config)
        {
            Check(state, config, isListing);
        }
        else if (!isListing && !reader.Body.Contains("ReaderConfig"))
        {
            reader.Requires("ReaderConfig");
        }
    }

    private static void Check(StateNode state, MapFields config, bool isListing)
    {
        string[] fields = ["InputType", "Transformation", "ManifestType", "MaxItems", "ItemsPointer", .. _csvFields];
        config.Supports(state.IsJsonata ? fields : [.. fields, "MaxItemsPath"]);
        config.IsOneOf("InputType", _types);
        config.IsOneOf("Transformation", "NONE", "LOAD_AND_FLATTEN");
        config.IsOneOf("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        config.Count("MaxItems", 0, long.MaxValue);
        config.Kind("ItemsPointer", JsonKind.String);
        var loads = config.Text("Transformation") == "LOAD_AND_FLATTEN";
        if (config.Text("ManifestType") == "S3_INVENTORY" ? false : !isListing || loads)
        {
            config.Requires("InputType");
        }

        if (loads && !isListing)
        {
            config.Report("Transformation", "The transformation 'LOAD_AND_FLATTEN' is only supported for the resource 'listObjectsV2'");
        }

        CheckManifest(config, isListing);
        CheckCsv(config);
        if (config.Body.Contains("ItemsPointer") && config.Text("InputType") is { } type and not "JSON" && _types.Contains(type))
        {
            config.Report($"Field 'ItemsPointer' is not supported for the input type '{type}'");
        }
    }

    private static void CheckManifest(MapFields config, bool isListing)
    {
        var type = config.Text("InputType");
        var manifest = config.Text("ManifestType");
        if (isListing && (manifest is not null || type == "MANIFEST"))
        {
            config.Report("A manifest can not be read with the resource 'listObjectsV2'");
        }
        else if (manifest == "S3_INVENTORY" && type is not (null or "MANIFEST"))
        {
            config.Report("Field 'InputType' is not supported for the manifest type 'S3_INVENTORY'");
        }
        else if (manifest == "ATHENA_DATA" && type is "JSON" or "MANIFEST")
        {
            config.Report("InputType", "Value should be one of the following: [CSV, JSONL, PARQUET]");
        }
    }

    private static void CheckCsv(MapFields config)
    {
        config.IsOneOf("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");
        config.IsOneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        if (config.Kind("CSVHeaders", JsonKind.Array) && config.Body["CSVHeaders"] is JsonArray headers)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (headers[i] is not JsonString)
                {
                    config.Report($"CSVHeaders[{i}]", "Expected value of type [STRING]");
                }
            }
        }

        if (config.Text("InputType") == "CSV")
        {
            config.Requires(config.Text("CSVHeaderLocation") == "GIVEN" ? ["CSVHeaders"] : ["CSVHeaderLocation"]);
        }
        else if (config.Text("InputType") is "JSON" or "JSONL" or "PARQUET")
        {
            foreach (var field in _csvFields.Where(config.Body.Contains))
            {
                config.Report($"Field '{field}' is not supported");
            }
        }
    }
}
