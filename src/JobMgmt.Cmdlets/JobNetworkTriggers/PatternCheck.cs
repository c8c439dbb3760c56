using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Asks the target what it thinks of an event pattern, before anything is written.</summary>
internal static class PatternCheck
{
    private const string Sample = "{\"id\":\"7bf73129-1428-4cd3-a780-95db273d1602\",\"account\":\"123456789012\",\"source\":\"jobmgmt.check\",\"time\":\"2026-01-01T00:00:00Z\","
        + "\"region\":\"us-east-1\",\"resources\":[],\"detail-type\":\"Check\",\"detail\":{}}";

    private const string Lead = "Event pattern is not valid. Reason: ";

    // As EventBridge says where: at [Source: (String)"{…}"; line: 1, column: 35].
    private static readonly Regex Position = new(@"\s*at \[Source: .*line: (\d+), column: (\d+)\]\s*$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // What EventBridge puts around each event.
    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal) { "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail", "replay-name", "$or" };

    /// <summary>The names in a trigger's pattern that no event has at its top, so that it never matches; none where the trigger has no pattern.</summary>
    public static IReadOnlyList<string> FindUnknown(JobTrigger trigger) =>
        trigger.EventPattern is { } pattern && JsonValue.TryParse(pattern, out JsonValue? value) && value is JsonObject members
            ? members.Where(member => !Envelope.Contains(member.Key) && !IsAbsent(member.Value)).Select(member => member.Key).ToArray() : [];

    // {"exists": false} is what such a name can well have.
    private static bool IsAbsent(JsonValue value) => value is JsonArray tests && tests.OfType<JsonObject>().Any(test => test["exists"] is JsonBoolean { Value: false });

    /// <summary>The fault of a trigger's pattern; null: it has none, or is no trigger with a pattern.</summary>
    public static async Task<NetworkFault?> FindAsync(JobMgmtSession session, JobTrigger trigger, CancellationToken cancellationToken)
    {
        if (trigger.EventPattern is not { } pattern)
        {
            return null;
        }

        try
        {
            await session.EventBridge.TestEventPatternAsync(new TestEventPatternRequest { Event = Sample, EventPattern = pattern }, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (InvalidEventPatternException e)
        {
            string reason = e.Message.StartsWith(Lead, StringComparison.Ordinal) ? e.Message.Substring(Lead.Length) : e.Message;
            Match at = Position.Match(reason);
            string place = at.Success ? string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: ", at.Groups[1].Value, at.Groups[2].Value) : "";
            return new NetworkFault(
                $"trigger '{trigger.Name}'", "EventPattern", $"The pattern is not valid: {place}{Position.Replace(reason, "").TrimEnd('.')}.",
                "Write each value as a list of texts, or of tests such as {\"prefix\":\"a\"} and {\"exists\":true}: {\"source\":[\"my.app\"]}.");
        }
        catch (AmazonServiceException e) when (e.ErrorCode.IndexOf("AccessDenied", StringComparison.Ordinal) >= 0)
        {
            return null; // who may put rules need not have the right to try patterns; putting the rule then tells
        }
    }
}
