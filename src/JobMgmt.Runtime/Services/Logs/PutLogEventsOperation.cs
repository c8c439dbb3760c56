using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>PutLogEvents: in order, within 24 hours; too old and too new events are told, not kept.</summary>
internal sealed class PutLogEventsOperation(LogLookup lookup, TimeProvider time) : IServiceOperation
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1_048_576;
    private const int BytesPerEvent = 26;
    private static readonly TimeSpan _span = TimeSpan.FromHours(24);
    private const long Latest = 253_402_300_799_999; // the end of the year 9999
    private static readonly TimeSpan _oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan _newest = TimeSpan.FromHours(2);

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "logEvents").Enforce();
        var events = request.Objects("logEvents").Select(Read).ToArray();
        Check(events);
        var now = time.GetUtcNow();
        var old = events.Count(entry => entry.Timestamp < now - _oldest);
        var tooNew = Array.FindIndex(events, entry => entry.Timestamp > now + _newest);
        var kept = events[old..(tooNew < 0 ? events.Length : tooNew)];
        return call.WriteAsync(store =>
        {
            LogStore.Append(store, lookup.Stream(store, lookup.Group(store, request), request).Id, kept, now);
            return JsonObject.Of(
                ("nextSequenceToken", "0"),
                ("rejectedLogEventsInfo", kept.Length == events.Length ? null : JsonObject.Of(
                    ("tooOldLogEventEndIndex", old > 0 ? old : (JsonValue?)null), ("tooNewLogEventStartIndex", tooNew >= 0 ? tooNew : (JsonValue?)null))));
        });
    }

    private static LogEvent Read(JsonObject entry)
    {
        new Constraints("InvalidParameterException").Required(entry, "timestamp").Required(entry, "message").Length(entry.Text("message"), "message", 1, MostBytes).Enforce();
        var timestamp = entry.Number("timestamp")!.Value;
        new Constraints("InvalidParameterException").Range(timestamp, "timestamp", 0, Latest).Enforce();
        return new LogEvent(DateTimeOffset.FromUnixTimeMilliseconds(timestamp), entry.Text("message")!);
    }

    private static void Check(LogEvent[] events)
    {
        new Constraints("InvalidParameterException")
            .Check(events.Length is > 0 and <= MostEvents, "[]", "logEvents", $"Member must have length between 1 and {MostEvents}").Enforce();
        if (events.Zip(events.Skip(1)).Any(pair => pair.Second.Timestamp < pair.First.Timestamp))
        {
            throw LogsErrors.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }

        if (events[^1].Timestamp - events[0].Timestamp > _span)
        {
            throw LogsErrors.Invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }

        if (events.Sum(entry => System.Text.Encoding.UTF8.GetByteCount(entry.Message) + BytesPerEvent) > MostBytes)
        {
            throw LogsErrors.Invalid($"Upload too large: the batch exceeds {MostBytes} bytes.");
        }
    }
}
