using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>That a run is to wait before its first job until somebody lets it go on: the <c>Hold</c> member of its input.</summary>
/// <param name="Reason">Why, in somebody's words; null where nobody said.</param>
/// <param name="By">Who said that it is to wait; null where that is not known.</param>
public sealed record RunHold(string? Reason, string? By)
{
    /// <summary>The member's name.</summary>
    internal const string Member = "Hold";

    /// <summary>Reads it from a run's input; null for a run that need not wait.</summary>
    public static RunHold? Read(JsonValue? input) =>
        (input as JsonObject)?[Member] is JsonObject hold ? new RunHold((hold["Reason"] as JsonString)?.Value, (hold["By"] as JsonString)?.Value) : null;

    /// <summary>An input without it. A text of that name is a worker tag, and stays.</summary>
    internal static JsonObject Without(JsonObject input) => input[Member] is JsonObject ? input.Without(Member) : input;
}
