using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>From checked JSON to the model.</summary>
internal sealed class DefinitionBuilder
{
    private readonly QueryLanguage _language;

    private DefinitionBuilder(QueryLanguage language) => _language = language;

    public static StateMachineDefinition Build(JsonObject source) => new(
        new DefinitionBuilder(QueryLanguages.OfMachine(source)).Branch(source),
        FieldReader.Integer(source, "TimeoutSeconds"),
        (source["Comment"] as JsonString)?.Value,
        source);

    private Branch Branch(JsonObject source)
    {
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var member in (JsonObject)source["States"]!)
        {
            var state = (JsonObject)member.Value;
            states.Add(member.Key, State(member.Key, new FieldReader(state, QueryLanguages.Of(state, _language))));
        }

        return new Branch(((JsonString)source["StartAt"]!).Value, states);
    }

    private State State(string name, FieldReader fields)
    {
        State state = fields.Text("Type") switch
        {
            "Pass" => Pass(name, fields),
            "Task" => Task(name, fields),
            "Choice" => Choice(name, fields),
            "Wait" => Wait(name, fields),
            "Succeed" => Flow(new SucceedState { Name = name, Source = fields.Source }, fields),
            "Fail" => Fail(name, fields),
            "Parallel" => Parallel(name, fields),
            "Map" => Map(name, fields),
            var other => throw new FormatException($"Unknown state type '{other}'."),
        };
        return state with { QueryLanguage = fields.Language };
    }

    private static PassState Pass(string name, FieldReader fields) => Flow(
        new PassState
        {
            Name = name,
            Source = fields.Source,
            Result = fields.Source["Result"],
            Parameters = fields.Template("Parameters"),
            ResultPath = fields.StatePath("ResultPath"),
        },
        fields);

    private static TaskState Task(string name, FieldReader fields) => Work(
        new TaskState
        {
            Name = name,
            Source = fields.Source,
            Resource = TaskResource.TryParse(fields.Text("Resource")!, out var resource)
                ? resource
                : throw new FormatException($"'{fields.Source["Resource"]}' is no resource."),
            TimeoutSeconds = fields.Integer("TimeoutSeconds"),
            HeartbeatSeconds = fields.Integer("HeartbeatSeconds"),
            Credentials = fields.Template("Credentials"),
        },
        fields);

    private static ChoiceState Choice(string name, FieldReader fields) => Flow(
        new ChoiceState { Name = name, Source = fields.Source, Choices = fields.Choices(), Default = fields.Text("Default") }, fields);

    private static WaitState Wait(string name, FieldReader fields) => Flow(
        new WaitState
        {
            Name = name,
            Source = fields.Source,
            Seconds = fields.Integer("Seconds"),
            Timestamp = fields.Text("Timestamp") is { } text && Rfc3339.TryParse(text, out var instant) ? instant : null,
            TimestampPath = fields.Path("TimestampPath"),
            TimestampExpression = fields.Expression("Timestamp"),
        },
        fields);

    private static FailState Fail(string name, FieldReader fields) => new()
    {
        Name = name,
        Source = fields.Source,
        Error = fields.Text("Error"),
        ErrorPath = fields.PathOrIntrinsic("ErrorPath"),
        ErrorExpression = fields.Expression("Error"),
        Cause = fields.Text("Cause"),
        CausePath = fields.PathOrIntrinsic("CausePath"),
        CauseExpression = fields.Expression("Cause"),
    };

    private ParallelState Parallel(string name, FieldReader fields) => Work(
        new ParallelState
        {
            Name = name,
            Source = fields.Source,
            Branches = ((JsonArray)fields.Source["Branches"]!).Select(branch => Branch((JsonObject)branch)).ToArray(),
        },
        fields);

    private MapState Map(string name, FieldReader fields)
    {
        var processor = (JsonObject)(fields.Source["ItemProcessor"] ?? fields.Source["Iterator"])!;
        var config = MapFieldReader.Processor(processor);
        var map = new MapState
        {
            Name = name,
            Source = fields.Source,
            ItemProcessor = Branch(processor),
            Processor = config,
            ItemsPath = fields.Path("ItemsPath"),
            Items = fields.Items(config.IsDistributed),
            ItemReader = MapFieldReader.Reader(fields),
            ItemSelector = fields.Template("ItemSelector") ?? fields.Template("Parameters"),
            ItemBatcher = MapFieldReader.Batcher(fields),
            ResultWriter = MapFieldReader.Writer(fields),
            Label = fields.Text("Label"),
            MaxConcurrency = fields.Integer("MaxConcurrency"),
            ToleratedFailureCount = fields.Integer("ToleratedFailureCount"),
            ToleratedFailurePercentage = MapFieldReader.Percentage(fields),
        };
        return Work(map, fields) with { Parameters = null }; // a Map's Parameters are its ItemSelector
    }

    private static T Flow<T>(T state, FieldReader fields)
        where T : FlowState => state with
        {
            Next = fields.Text("Next"),
            InputPath = fields.StatePath("InputPath"),
            OutputPath = fields.StatePath("OutputPath"),
            Assign = fields.Template("Assign"),
            Output = fields.Output(),
        };

    private static T Work<T>(T state, FieldReader fields)
        where T : WorkState => Flow(state, fields) with
        {
            Parameters = fields.Template(fields.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters"),
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.StatePath("ResultPath"),
            Retry = fields.Retry(),
            Catch = fields.Catch(),
        };
}
