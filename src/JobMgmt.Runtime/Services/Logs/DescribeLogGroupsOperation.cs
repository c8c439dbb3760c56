using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DescribeLogGroups: by name, 50 a page at most.</summary>
internal sealed class DescribeLogGroupsOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = (int)(request.Number("limit") ?? 50);
        new Constraints("InvalidParameterException").Range(limit, "limit", 1, 50).Enforce();
        if (request.Text("logGroupNamePrefix") is { Length: > 0 } && request.Text("logGroupNamePattern") is { Length: > 0 })
        {
            throw LogsErrors.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var after = request.Text("nextToken");
        var groups = database.Read(store => LogStore.Groups(store, request.Text("logGroupNamePrefix"), request.Text("logGroupNamePattern"), after, limit + 1));
        return Task.FromResult(JsonObject.Of(
            ("logGroups", new JsonArray(groups.Take(limit).Select(Describe))),
            ("nextToken", groups.Count > limit ? groups[limit - 1].Name : (JsonValue?)null)));
    }

    private JsonValue Describe(LogGroupRow group) => JsonObject.Of(
        ("logGroupName", group.Name),
        ("creationTime", group.Created),
        ("retentionInDays", group.RetentionDays is { } days ? days : (JsonValue?)null),
        ("metricFilterCount", 0),
        ("arn", lookup.Arn(group.Name)),
        ("storedBytes", 0),
        ("logGroupClass", "STANDARD"),
        ("logGroupArn", lookup.Arn(group.Name)[..^2]));
}
