using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What started a run: the <c>Trigger</c> member of its input, which StartNetwork writes.</summary>
/// <param name="Name">The trigger's name.</param>
/// <param name="DueTime">When the run was due; null where it is not told.</param>
/// <param name="BusinessDate">The business date by the trigger's calendar, or by that of the network that it came after; null without one.</param>
public sealed record RunTrigger(string Name, DateTimeOffset? DueTime, DateTime? BusinessDate)
{
    private const string Member = "Trigger";

    /// <summary>Reads it from a run's input; null for a run that no trigger started. A text of that name is a worker tag.</summary>
    public static RunTrigger? Read(JsonValue? input) =>
        (input as JsonObject)?[Member] is JsonObject trigger && trigger["Name"] is JsonString name ? new RunTrigger(name.Value, Time(trigger["DueTime"]), Date(trigger["BusinessDate"])) : null;

    private static DateTimeOffset? Time(JsonValue? value) =>
        value is JsonString text && DateTimeOffset.TryParseExact(text.Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DateTime? Date(JsonValue? value) =>
        value is JsonString text && DateTime.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
