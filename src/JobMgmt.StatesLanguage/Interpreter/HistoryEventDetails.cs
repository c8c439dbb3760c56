namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>The name of the details member for each history event type.</summary>
public static class HistoryEventDetails
{
    /// <summary>
    /// <c>TaskScheduled</c> → <c>taskScheduledEventDetails</c>; every <c>…StateEntered</c> → <c>stateEnteredEventDetails</c>, every <c>…StateExited</c> →
    /// <c>stateExitedEventDetails</c>.
    /// </summary>
    public static string MemberName(string type) =>
        type.EndsWith("StateEntered", StringComparison.Ordinal) ? "stateEnteredEventDetails"
        : type.EndsWith("StateExited", StringComparison.Ordinal) ? "stateExitedEventDetails"
        : char.ToLowerInvariant(type[0]) + type.Substring(1) + "EventDetails";
}
