using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>From checked JSON to the model.</summary>
internal static class DefinitionBuilder
{
    public static StateMachineDefinition Build(JsonObject source) =>
        new(Branch(source), FieldReader.Integer(source, "TimeoutSeconds"), FieldReader.Text(source, "Comment"), source);

    private static Branch Branch(JsonObject source)
    {
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var member in (JsonObject)source["States"]!)
        {
            states.Add(member.Key, State(member.Key, (JsonObject)member.Value));
        }

        return new Branch(FieldReader.Text(source, "StartAt")!, states);
    }

    private static State State(string name, JsonObject source) => FieldReader.Text(source, "Type") switch
    {
        "Pass" => Pass(name, source),
        "Task" => Task(name, source),
        "Choice" => Choice(name, source),
        "Wait" => Wait(name, source),
        "Succeed" => Flow(new SucceedState { Name = name, Source = source }),
        "Fail" => Fail(name, source),
        "Parallel" => Parallel(name, source),
        "Map" => Map(name, source),
        var other => throw new FormatException($"Unknown state type '{other}'."),
    };

    private static PassState Pass(string name, JsonObject source) => Flow(new PassState
    {
        Name = name,
        Source = source,
        Result = source["Result"],
        Parameters = FieldReader.Template(source, "Parameters"),
        ResultPath = FieldReader.StatePath(source, "ResultPath"),
    });

    private static TaskState Task(string name, JsonObject source) => Work(new TaskState
    {
        Name = name,
        Source = source,
        Resource = TaskResource.TryParse(FieldReader.Text(source, "Resource")!, out var resource)
            ? resource
            : throw new FormatException($"'{source["Resource"]}' is no resource."),
        TimeoutSeconds = FieldReader.Integer(source, "TimeoutSeconds"),
        TimeoutSecondsPath = FieldReader.Path(source, "TimeoutSecondsPath"),
        HeartbeatSeconds = FieldReader.Integer(source, "HeartbeatSeconds"),
        HeartbeatSecondsPath = FieldReader.Path(source, "HeartbeatSecondsPath"),
        Credentials = FieldReader.Template(source, "Credentials"),
    });

    private static ChoiceState Choice(string name, JsonObject source) => Flow(new ChoiceState
    {
        Name = name,
        Source = source,
        Choices = ((JsonArray)source["Choices"]!).Select(choice => FieldReader.Choice((JsonObject)choice)).ToArray(),
        Default = FieldReader.Text(source, "Default"),
    });

    private static WaitState Wait(string name, JsonObject source) => Flow(new WaitState
    {
        Name = name,
        Source = source,
        Seconds = FieldReader.Integer(source, "Seconds"),
        SecondsPath = FieldReader.Path(source, "SecondsPath"),
        Timestamp = FieldReader.Text(source, "Timestamp") is { } text && Rfc3339.TryParse(text, out var instant) ? instant : null,
        TimestampPath = FieldReader.Path(source, "TimestampPath"),
    });

    private static FailState Fail(string name, JsonObject source) => new()
    {
        Name = name,
        Source = source,
        Error = FieldReader.Text(source, "Error"),
        ErrorPath = FieldReader.Expression(source, "ErrorPath"),
        Cause = FieldReader.Text(source, "Cause"),
        CausePath = FieldReader.Expression(source, "CausePath"),
    };

    private static ParallelState Parallel(string name, JsonObject source) => Work(new ParallelState
    {
        Name = name,
        Source = source,
        Branches = ((JsonArray)source["Branches"]!).Select(branch => Branch((JsonObject)branch)).ToArray(),
    });

    private static MapState Map(string name, JsonObject source) => Work(new MapState
    {
        Name = name,
        Source = source,
        ItemProcessor = Branch((JsonObject)(source["ItemProcessor"] ?? source["Iterator"])!),
        ItemsPath = FieldReader.Path(source, "ItemsPath"),
        ItemSelector = FieldReader.Template(source, "ItemSelector") ?? FieldReader.Template(source, "Parameters"),
        MaxConcurrency = FieldReader.Integer(source, "MaxConcurrency") ?? 0,
        MaxConcurrencyPath = FieldReader.Path(source, "MaxConcurrencyPath"),
    }) with
    {
        Parameters = null, // a Map's Parameters are its ItemSelector
    };

    private static T Flow<T>(T state)
        where T : FlowState => state with
        {
            Next = FieldReader.Text(state.Source, "Next"),
            InputPath = FieldReader.StatePath(state.Source, "InputPath"),
            OutputPath = FieldReader.StatePath(state.Source, "OutputPath"),
            Assign = FieldReader.Template(state.Source, "Assign"),
        };

    private static T Work<T>(T state)
        where T : WorkState => Flow(state) with
        {
            Parameters = FieldReader.Template(state.Source, "Parameters"),
            ResultSelector = FieldReader.Template(state.Source, "ResultSelector"),
            ResultPath = FieldReader.StatePath(state.Source, "ResultPath"),
            Retry = FieldReader.Items(state.Source, "Retry").Select(FieldReader.Retrier).ToArray(),
            Catch = FieldReader.Items(state.Source, "Catch").Select(FieldReader.Catcher).ToArray(),
        };
}
