using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DescribeLogStreams: by name, or by the time of the last event.</summary>
internal sealed class DescribeLogStreamsOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = (int)(request.Number("limit") ?? 50);
        var order = request.Text("orderBy");
        new Constraints("InvalidParameterException").Range(limit, "limit", 1, 50).OneOf(order, "orderBy", "LastEventTime", "LogStreamName").Enforce();
        var prefix = request.Text("logStreamNamePrefix");
        if (order == "LastEventTime" && prefix is not null)
        {
            throw LogsErrors.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var skip = 0;
        if (request.Text("nextToken") is { } token && !int.TryParse(token, out skip))
        {
            throw LogsErrors.BadToken;
        }

        return Task.FromResult(database.Read(store =>
        {
            var group = lookup.Group(store, request);
            var streams = LogStore.Streams(store, group.Id, prefix, order == "LastEventTime", request.Flag("descending") ?? false, skip, limit + 1);
            return JsonObject.Of(
                ("logStreams", new JsonArray(streams.Take(limit).Select(stream => Describe(group.Name, stream)))),
                ("nextToken", streams.Count > limit ? $"{skip + limit}" : (JsonValue?)null));
        }));
    }

    private JsonValue Describe(string group, LogStreamRow stream) => JsonObject.Of(
        ("logStreamName", stream.Name),
        ("creationTime", stream.Created),
        ("firstEventTimestamp", Number(stream.FirstEvent)),
        ("lastEventTimestamp", Number(stream.LastEvent)),
        ("lastIngestionTime", Number(stream.LastIngestion)),
        ("uploadSequenceToken", "0"),
        ("arn", lookup.StreamArn(group, stream.Name)),
        ("storedBytes", 0));

    private static JsonValue? Number(long? value) => value is { } number ? number : null;
}
