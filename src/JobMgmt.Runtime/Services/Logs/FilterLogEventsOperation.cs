using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>FilterLogEvents: across a group's streams, by time; the end is an answer without a token.</summary>
internal sealed class FilterLogEventsOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = request.Number("limit") ?? LogPage.MostEvents;
        new Constraints("InvalidParameterException").Range(limit, "limit", 1, LogPage.MostEvents).Enforce();
        var pattern = FilterPattern.Parse(request.Text("filterPattern") ?? "");
        var after = LogPlace.Start;
        if (request.Text("nextToken") is { } token && !LogPlace.TryParse(token, 'f', out after))
        {
            throw LogsErrors.BadToken;
        }

        var streams = request.Texts("logStreamNames");
        var prefix = request.Text("logStreamNamePrefix");
        if (streams.Count > 0 && prefix is not null)
        {
            throw LogsErrors.Invalid("LogStreamNames and LogStreamNamePrefix cannot both be given.");
        }

        return Task.FromResult(database.Read(store =>
        {
            var group = lookup.Group(store, request);
            var page = new LogPage((int)limit);
            var found = LogStore.GroupEvents(store, group.Id, streams, prefix, LogRange.Of(request), after, page.Take);
            return JsonObject.Of(
                ("events", new JsonArray(found.Where(entry => pattern.Matches(entry.Message)).Select(Describe))),
                ("searchedLogStreams", JsonArray.Empty),
                ("nextToken", page.IsFull ? new LogPlace(found[^1].Timestamp, found[^1].Id).ToToken('f') : (JsonValue?)null));
        }));
    }

    private static JsonValue Describe(LogEventRow entry) => JsonObject.Of(
        ("logStreamName", entry.Stream),
        ("timestamp", entry.Timestamp),
        ("message", entry.Message),
        ("ingestionTime", entry.Ingestion),
        ("eventId", entry.Id.ToString("D20", System.Globalization.CultureInfo.InvariantCulture)));
}
