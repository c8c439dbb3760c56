using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Model.Maps;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Reads the fields that distributed Maps have; null where a field is absent.</summary>
internal static class MapFieldReader
{
    public static ProcessorConfig Processor(JsonObject processor) => processor["ProcessorConfig"] is JsonObject config
        ? new ProcessorConfig((config["Mode"] as JsonString)?.Value == "DISTRIBUTED", (config["ExecutionType"] as JsonString)?.Value)
        : ProcessorConfig.Inline;

    public static ItemReader? Reader(FieldReader fields) => fields.Object("ItemReader") is { } reader
        ? new ItemReader(reader.Text("Resource")!, Parameters(reader), Config(reader.Object("ReaderConfig")))
        : null;

    public static ItemBatcher? Batcher(FieldReader fields) => fields.Object("ItemBatcher") is { } batcher
        ? new ItemBatcher(batcher.Integer("MaxItemsPerBatch"), batcher.Integer("MaxInputBytesPerBatch"), batcher.Template("BatchInput"))
        : null;

    public static ResultWriter? Writer(FieldReader fields)
    {
        if (fields.Object("ResultWriter") is not { } writer)
        {
            return null;
        }

        var config = writer.Object("WriterConfig");
        return new ResultWriter(writer.Text("Resource"), Parameters(writer), config?.Text("Transformation"), config?.Text("OutputType"));
    }

    public static PercentageField? Percentage(FieldReader fields)
    {
        const string Field = "ToleratedFailurePercentage";
        var value = (fields.Source[Field] as JsonNumber)?.ToDouble();
        var path = fields.Path(Field + "Path");
        var expression = fields.Expression(Field);
        return value is null && path is null && expression is null ? null : new PercentageField(value, path, expression);
    }

    private static Templates.PayloadTemplate? Parameters(FieldReader fields) =>
        fields.Template(fields.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters");

    private static ReaderConfig Config(FieldReader? config) => config is null ? new ReaderConfig() : new ReaderConfig
    {
        InputType = config.Text("InputType"),
        Transformation = config.Text("Transformation"),
        ManifestType = config.Text("ManifestType"),
        CsvHeaderLocation = config.Text("CSVHeaderLocation"),
        CsvHeaders = (config.Source["CSVHeaders"] as JsonArray)?.Select(header => ((JsonString)header).Value).ToArray(),
        CsvDelimiter = config.Text("CSVDelimiter"),
        ItemsPointer = config.Text("ItemsPointer"),
        MaxItems = config.Integer("MaxItems"),
    };
}
