using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>Finds the group and stream that a request names, by name or by ARN.</summary>
internal sealed class LogLookup(RuntimeIdentity identity)
{
    private const string GroupPattern = @"[\.\-_/#A-Za-z0-9]+";

    /// <summary>The group's name in <c>logGroupName</c> or <c>logGroupIdentifier</c>.</summary>
    public string GroupName(JsonObject request, string member = "logGroupName")
    {
        var name = request.Text(member);
        if (name is null && request.Text("logGroupIdentifier") is { } identifier)
        {
            name = NameOf(identifier);
        }

        new Constraints("InvalidParameterException").Check(name is not null, null, member, "Member must not be null")
            .Length(name, member, 1, 512).Pattern(name, member, GroupPattern).Enforce();
        return name!;
    }

    public LogGroupRow Group(StoreConnection store, JsonObject request) => LogStore.FindGroup(store, GroupName(request)) ?? throw LogsErrors.NoGroup;

    public LogGroupRow GroupByArn(StoreConnection store, string? arn) => LogStore.FindGroup(store, NameOf(arn ?? "")) ?? throw LogsErrors.NoGroup;

    public LogStreamRow Stream(StoreConnection store, LogGroupRow group, JsonObject request) =>
        LogStore.FindStream(store, group.Id, StreamName(request)) ?? throw LogsErrors.NoStream;

    public static string StreamName(JsonObject request)
    {
        var name = request.Text("logStreamName");
        new Constraints("InvalidParameterException").Required(request, "logStreamName").Length(name, "logStreamName", 1, 512)
            .Pattern(name, "logStreamName", "[^:*]*").Enforce();
        return name!;
    }

    /// <summary>The ARN as DescribeLogGroups shows it: with <c>:*</c> at its end.</summary>
    public string Arn(string group) => identity.Arn("logs", $"log-group:{group}:*");

    public string StreamArn(string group, string stream) => identity.Arn("logs", $"log-group:{group}:log-stream:{stream}");

    private static string NameOf(string identifier)
    {
        const string mark = ":log-group:";
        var at = identifier.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? identifier : identifier[(at + mark.Length)..].Split(':')[0];
    }
}
