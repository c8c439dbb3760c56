using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Model.Maps;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>Evaluates what a distributed Map says of failures, batches, its reader and its writer, and refuses what can't be, in AWS's words where they are known.</summary>
internal static class MapSettings
{
    private const string Percentage = "ToleratedFailurePercentage";

    public static MapRunTolerance Tolerance(MapState map, EvaluationContext context) =>
        new(map.ToleratedFailureCount is { } count ? Whole(count, context, 0) : 0, ToleratedPercentage(map.ToleratedFailurePercentage, context));

    public static ItemSource Source(ItemReader reader, EvaluationContext context)
    {
        var parameters = reader.Parameters?.Evaluate(context) as JsonObject ?? JsonObject.Empty;
        var settings = Reader(reader.Config, context);
        var bucket = Required(parameters, "Bucket");
        return reader.IsListing
            ? new S3ListingItems(bucket, Text(parameters, "Prefix"), Text(parameters, "StartAfter"), settings)
            : new S3ObjectItems(bucket, Required(parameters, "Key"), Text(parameters, "VersionId"), settings);
    }

    public static ReaderSettings Reader(ReaderConfig config, EvaluationContext context)
    {
        var most = config.MaxItems is { } field ? Whole(field, context, 0) : 0;
        return new ReaderSettings(
            config.InputType,
            most is 0 or > ReaderSettings.MostItems ? ReaderSettings.MostItems : most,
            config.CsvHeaderLocation,
            config.CsvHeaders,
            config.CsvDelimiter,
            config.ManifestType,
            config.ItemsPointer,
            config.Transformation);
    }

    public static BatchSettings Batch(ItemBatcher batcher, EvaluationContext context) => new(
        Least(batcher.MaxItemsPerBatch, context), Least(batcher.MaxInputBytesPerBatch, context), batcher.BatchInput?.Evaluate(context));

    public static ResultSettings Result(ResultWriter? writer, EvaluationContext context)
    {
        if (writer is null)
        {
            return ResultSettings.Default;
        }

        var parameters = writer.Resource is null ? null : writer.Parameters?.Evaluate(context) as JsonObject ?? JsonObject.Empty;
        return new ResultSettings(
            parameters is null ? null : Required(parameters, "Bucket"),
            parameters is null ? null : Text(parameters, "Prefix"),
            writer.Transformation ?? (parameters is null ? ResultSettings.Default.Transformation : "NONE"),
            writer.OutputType ?? ResultSettings.Default.OutputType);
    }

    /// <summary>How many iterations may run at once; 0: as many as AWS lets them.</summary>
    public static long Concurrency(MapState map, EvaluationContext context) => map.MaxConcurrency is { } field ? Whole(field, context, 0) : 0;

    private static long? Least(IntegerField? field, EvaluationContext context) => field is null ? null : Whole(field, context, 1);

    /// <summary>A whole number. AWS's words are recorded of ToleratedFailureCountPath; those of the other paths are taken to be like them.</summary>
    private static long Whole(IntegerField field, EvaluationContext context, long least)
    {
        if (field.Path is not { } path)
        {
            return StateData.Integer(field, context, least);
        }

        var value = At(context, path, field.Name);
        return value is not JsonNumber number || !number.TryToInt64(out var whole) ? throw Unfit(field.Name, value, "integer", path)
            : whole >= least ? whole
            : throw new EvaluationException(ErrorNames.Runtime, $"{field.Name} {(least == 0 ? "cannot be negative" : "must be positive")}.");
    }

    private static double ToleratedPercentage(PercentageField? field, EvaluationContext context)
    {
        if (field is null)
        {
            return 0;
        }

        if (field.Path is { } path)
        {
            var value = At(context, path, Percentage);
            return Within(value is JsonNumber found ? found.ToDouble() : throw Unfit(Percentage, value, "float", path));
        }

        return Within(field.Value ?? ((JsonNumber)field.Expression!.Evaluate(context.Jsonata!, JsonKind.Number)).ToDouble());
    }

    private static double Within(double percentage) => percentage is >= 0 and <= 100
        ? percentage
        : throw new EvaluationException(ErrorNames.Runtime, $"{Percentage} must be between 0 and 100.");

    private static JsonValue At(EvaluationContext context, JsonPath path, string field) => context.TryEvaluate(path, out var value)
        ? value
        : throw new EvaluationException(ErrorNames.Runtime, $"The {field}Path parameter does not reference an input value: {path.Text}");

    private static EvaluationException Unfit(string field, JsonValue value, string kind, JsonPath path) =>
        new(ErrorNames.Runtime, $"The {field}Path field refers to value \"{StateData.Shown(value)}\" which is not a valid {kind}: {path.Text}");

    private static string? Text(JsonObject parameters, string name) => (parameters[name] as JsonString)?.Value;

    private static string Required(JsonObject parameters, string name) => Text(parameters, name) is { Length: > 0 } text
        ? text
        : throw new EvaluationException(ErrorNames.Runtime, $"The parameter '{name}' must be a non-empty STRING.");
}
