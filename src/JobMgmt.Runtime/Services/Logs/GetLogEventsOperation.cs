using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>GetLogEvents: the newest page unless startFromHead; tokens are never null, and at an end the token sent comes back.</summary>
internal sealed class GetLogEventsOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = request.Number("limit") ?? LogPage.MostEvents;
        new Constraints("InvalidParameterException").Range(limit, "limit", 1, LogPage.MostEvents).Enforce();
        var (forward, place) = Place(request);
        return Task.FromResult(database.Read(store =>
        {
            var stream = lookup.Stream(store, lookup.Group(store, request), request);
            var events = LogStore.Events(store, stream.Id, LogRange.Of(request), place, forward, new LogPage((int)limit).Take);
            if (!forward)
            {
                events.Reverse();
            }

            var first = events.Count == 0 ? place : new LogPlace(events[0].Timestamp, events[0].Id);
            var last = events.Count == 0 ? place : new LogPlace(events[^1].Timestamp, events[^1].Id);
            return JsonObject.Of(
                ("events", new JsonArray(events.Select(Describe))), ("nextForwardToken", last.ToToken('f')), ("nextBackwardToken", first.ToToken('b')));
        }));
    }

    private static (bool Forward, LogPlace Place) Place(JsonObject request)
    {
        var fromHead = request.Flag("startFromHead") ?? false;
        return request.Text("nextToken") is not { } token ? (fromHead, fromHead ? LogPlace.Start : LogPlace.End)
            : LogPlace.TryParse(token, 'f', out var after) ? (true, after)
            : LogPlace.TryParse(token, 'b', out var before) ? (false, before)
            : throw LogsErrors.BadToken;
    }

    private static JsonValue Describe(LogEventRow entry) =>
        JsonObject.Of(("timestamp", entry.Timestamp), ("message", entry.Message), ("ingestionTime", entry.Ingestion));
}
