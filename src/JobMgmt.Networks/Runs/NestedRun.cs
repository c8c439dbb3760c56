using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a run of a network that is a job of another one says of itself.</summary>
public static class NestedRun
{
    /// <summary>The run that it is a job of, by ARN, from its input; null where nothing has started it but a user or a rule.</summary>
    public static string? ParentOf(JsonValue? input) => ((input as JsonObject)?[NestedState.StartedBy] as JsonString)?.Value;

    /// <summary>The network that an execution is a run of, or a state machine is; null where it is none's.</summary>
    public static string? NetworkOf(string arn) => NestedStateReader.NetworkOf(arn);
}
