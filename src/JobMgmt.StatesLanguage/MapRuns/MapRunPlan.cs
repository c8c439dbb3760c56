using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>
/// A map run that is asked for: all that is needed to do it, from now until its end, besides the state machine's definition. Everything of the state is evaluated,
/// save its ItemSelector, which is evaluated for each item. A value: it can be stored and read back by a later version.
/// </summary>
public sealed record MapRunPlan
{
    private const int Version = 1;

    /// <summary><c>arn:aws:states:us-east-1:123456789012:mapRun:machine/label:uuid</c>.</summary>
    public required string MapRunArn { get; init; }

    /// <summary>The state's Label, or the one made up for it: always the same for a state of a state machine.</summary>
    public required string Label { get; init; }

    /// <summary>The Map state's name, unique in its state machine; <see cref="MapRunDefinition"/> finds it.</summary>
    public required string StateName { get; init; }

    /// <summary>The id of the event that entered the state, for messages.</summary>
    public required long EnteredEventId { get; init; }

    /// <summary>STANDARD or EXPRESS: the kind of the child executions.</summary>
    public required string ExecutionType { get; init; }

    /// <summary>How many child executions run at once; 0: as many as AWS runs, which is 10,000.</summary>
    public required long MaxConcurrency { get; init; }

    /// <summary>How many failed items are tolerated.</summary>
    public required MapRunTolerance Tolerance { get; init; }

    /// <summary>Where the items come from.</summary>
    public required ItemSource Source { get; init; }

    /// <summary>How items are put together; null where each is alone.</summary>
    public BatchSettings? Batch { get; init; }

    /// <summary>What becomes of the results.</summary>
    public required ResultSettings Result { get; init; }

    /// <summary>What the ItemSelector reads; null where the state has none.</summary>
    public MapRunEnvironment? Environment { get; init; }

    /// <summary>The plan as JSON, with its version in <c>"v"</c>.</summary>
    public JsonObject ToJson() => JsonObject.Of(
        ("v", Version),
        ("arn", MapRunArn),
        ("label", Label),
        ("state", StateName),
        ("entered", EnteredEventId),
        ("type", ExecutionType),
        ("concurrency", MaxConcurrency),
        ("tolerance", Tolerance.ToJson()),
        ("source", PlanJson.Source(Source)),
        ("batch", Batch?.ToJson()),
        ("result", Result.ToJson()),
        ("environment", Environment?.ToJson()));

    /// <summary>Reads what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="FormatException">It is no plan, or one of a later version.</exception>
    public static MapRunPlan FromJson(JsonObject source)
    {
        try
        {
            return PlanJson.Number(source["v"]) == Version ? Read(source) : throw new FormatException($"The map run's plan has version {source["v"]}; this program reads {Version}.");
        }
        catch (Exception error) when (error is InvalidCastException or NullReferenceException or ArgumentException)
        {
            throw new FormatException("The value is no plan of a map run.", error);
        }
    }

    private static MapRunPlan Read(JsonObject source) => new()
    {
        MapRunArn = PlanJson.Text(source["arn"])!,
        Label = PlanJson.Text(source["label"])!,
        StateName = PlanJson.Text(source["state"])!,
        EnteredEventId = PlanJson.Number(source["entered"]),
        ExecutionType = PlanJson.Text(source["type"])!,
        MaxConcurrency = PlanJson.Number(source["concurrency"]),
        Tolerance = MapRunTolerance.FromJson((JsonArray)source["tolerance"]!),
        Source = PlanJson.Source((JsonObject)source["source"]!),
        Batch = source["batch"] is JsonObject batch ? BatchSettings.FromJson(batch) : null,
        Result = ResultSettings.FromJson((JsonObject)source["result"]!),
        Environment = source["environment"] is JsonObject environment ? MapRunEnvironment.FromJson(environment) : null,
    };
}
