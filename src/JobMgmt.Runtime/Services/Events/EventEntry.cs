using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>One entry of PutEvents: its size and its faults as EventBridge counts and words them.</summary>
internal static class EventEntry
{
    private const int TimeBytes = 14;

    public static int Size(JsonObject entry) =>
        (entry.Contains("Time") ? TimeBytes : 0) + Bytes(entry.Text("Source")) + Bytes(entry.Text("DetailType")) + Bytes(entry.Text("Detail"))
        + entry.Texts("Resources").Sum(Bytes);

    /// <summary>What is wrong with it, or null; and its detail, parsed.</summary>
    public static (string Code, string Message)? Fault(JsonObject entry, out JsonObject detail)
    {
        detail = JsonObject.Empty;
        foreach (var member in new[] { "Source", "DetailType", "Detail" })
        {
            if (string.IsNullOrEmpty(entry.Text(member)))
            {
                return ("InvalidArgument", $"Parameter {member} is not valid. Reason: {member} is a required argument.");
            }
        }

        if (entry.Text("Source")!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return ("NotAuthorizedForSourceException", "Not authorized for the source.");
        }

        if (!JsonValue.TryParse(entry.Text("Detail")!, out var parsed) || parsed is not JsonObject members)
        {
            return ("MalformedDetail", "Detail is malformed.");
        }

        detail = members;
        return null;
    }

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
