using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Reads a job back from the state that runs it: a Task that starts RunJob by task token, in JSONPath or in JSONata, or one that runs another network.</summary>
internal static class JobStateReader
{
    private const string StartRunJob = "states:startExecution.waitForTaskToken";

    /// <summary>The job that a state runs; null where it runs none.</summary>
    internal static JobDefinition? Read(string name, JsonObject state)
    {
        if (NestedStateReader.Read(name, state) is { } nested)
        {
            return nested;
        }

        if (Text(state, "Resource")?.EndsWith(StartRunJob, StringComparison.Ordinal) != true
            || ((state["Arguments"] ?? state["Parameters"]) as JsonObject)?["Input"] is not JsonObject input
            || input["Commands"] is not JsonArray)
        {
            return null;
        }

        Func<string, string> read = state.Contains("Arguments") ? JsonataText.Read : text => text;
        var job = new JobDefinition
        {
            Name = name,
            Command = JobCommands.Read(input, read),
            Environment = state.Contains("Arguments") ? Texts(Own(input["Environment"]), ExpressionText.ReadValue) : Texts(input["Environment"], read),
            Secret = Texts(input["Secrets"], read),
            Output = Enum.TryParse<JobOutput>(Text(input, "Output"), out var output) ? output : JobOutput.None,
            SuccessExitCode = (input["SuccessExitCodes"] as JsonArray)?.Select(Whole).OfType<int>().ToArray(),
            ErrorName = ErrorNames(input["ErrorNames"] as JsonObject, read),
            WorkingDirectory = Text(input, "WorkingDirectory") is { Length: > 0 } directory ? read(directory) : null,
            ExecutionTimeout = Seconds(input["ExecutionTimeout"]),
            Tag = Tags(input["Tags"], read),
            Retry = JobRetriers.Read(state["Retry"] as JsonArray),
            Description = Text(state, "Comment"),
        };
        return JobMarks.Read(job, input, read);
    }

    private static int Seconds(JsonValue? value) =>
        int.TryParse(
            value is JsonString text ? text.Value : (value as JsonNumber)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : JobDefinition.DefaultExecutionTimeout;

    /// <summary>Worker tags that are written out; null where they are not.</summary>
    /// <param name="value">The tags.</param>
    /// <param name="read">What a constant stands for.</param>
    internal static IReadOnlyDictionary<string, string>? Tags(JsonValue? value, Func<string, string> read) =>
        (value as JsonObject)?.Where(tag => tag.Value is JsonString).ToDictionary(tag => tag.Key, tag => read(((JsonString)tag.Value).Value), StringComparer.Ordinal);

    private static JsonObject? Own(JsonValue? environment) => environment is JsonObject variables
        && variables.Where(one => one.Value is not JsonString text || !NetworkParameters.IsVariable(one.Key, text.Value)).ToArray() is { Length: > 0 } own ? new JsonObject(own) : null;

    // RunJob takes any value for a variable and makes a text of it.
    private static IReadOnlyDictionary<string, string>? Texts(JsonValue? value, Func<string, string> read) =>
        (value as JsonObject)?.ToDictionary(member => member.Key, member => member.Value is JsonString text ? read(text.Value) : member.Value.ToString(), StringComparer.Ordinal);

    private static IReadOnlyDictionary<int, string>? ErrorNames(JsonObject? names, Func<string, string> read) => names?
        .Where(name => name.Value is JsonString && int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .ToDictionary(name => int.Parse(name.Key, CultureInfo.InvariantCulture), name => read(((JsonString)name.Value).Value));

    internal static int? Whole(JsonValue? value) => value is JsonNumber number && number.TryToInt64(out var whole) ? (int)whole : null;

    private static string? Text(JsonObject obj, string name) => (obj[name] as JsonString)?.Value;
}
