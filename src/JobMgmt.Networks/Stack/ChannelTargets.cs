using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The targets of a channel's rule beside its log group: their ids, what they are sent, and what EventBridge must be allowed for them. A rule has five targets at most, the
/// log group among them, so a channel has four kinds of others.
/// </summary>
public static class ChannelTargets
{
    /// <summary>The channel's log group, which Get-JobAlert reads.</summary>
    public const string Log = "jobmgmt-log";

    /// <summary>An SNS topic.</summary>
    public const string Sns = "channel-sns";

    /// <summary>An SQS queue.</summary>
    public const string Sqs = "channel-sqs";

    /// <summary>A Lambda function.</summary>
    public const string Lambda = "channel-lambda";

    /// <summary>An HTTP endpoint, through an API destination.</summary>
    public const string Webhook = "channel-webhook";

    /// <summary>Mail addresses, through a topic of the channel's own.</summary>
    public const string Mail = "channel-mail";

    /// <summary>A command on a worker, through RunAlertCommand.</summary>
    public const string Command = "channel-command";

    /// <summary>How many targets a rule can have: EventBridge's limit.</summary>
    public const int Most = 5;

    /// <summary>The longest template that EventBridge takes, in characters.</summary>
    public const int MostTemplate = 8192;

    private const string PolicyLead = "Channel-";
    private const string Event = "<aws.events.event.json>";

    private static readonly IReadOnlyDictionary<string, string> Actions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Sns] = "sns:Publish", [Sqs] = "sqs:SendMessage", [Lambda] = "lambda:InvokeFunction", [Webhook] = "events:InvokeApiDestination", [Mail] = "sns:Publish",
    };

    /// <summary>The parts of an alert that a mail tells, by name.</summary>
    public static IReadOnlyDictionary<string, string> MailPaths { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["channel"] = "$.detail.channel",
        ["kind"] = "$.detail-type",
        ["network"] = "$.detail.networkName",
        ["job"] = "$.detail.jobName",
        ["error"] = "$.detail.error",
        ["message"] = "$.detail.cause.Message",
        ["worker"] = "$.detail.worker",
        ["exitcode"] = "$.detail.exitCode",
        ["log"] = "$.detail.log",
        ["next"] = "$.detail.next",
        ["time"] = "$.time",
        ["url"] = "$.detail.executionURL",
    };

    /// <summary>What a mail says: each line is a text of its own, as EventBridge wants lines. What has lines itself (the log, the commands to type next) stands in one of them with <c>\n</c> between.</summary>
    public static string MailTemplate { get; } = string.Join("\n", new[]
    {
        "[<channel>] <kind>: <network> <job>",
        "Error: <error>",
        "<message>",
        "Worker: <worker>",
        "Exit code: <exitcode>",
        "Log: <log>",
        "Time: <time>",
        "Run: <url>",
        "Next: <next>",
        "More: Get-JobAlert <channel>",
    }.Select(line => "\"" + line + "\""));

    /// <summary>What RunAlertCommand is started with: the command, the worker's tags, and the event as it is.</summary>
    /// <param name="commands">The shell lines.</param>
    /// <param name="tags">The worker's tags.</param>
    public static string CommandTemplate(IEnumerable<string> commands, IReadOnlyDictionary<string, string> tags)
    {
        // A "<" would begin a name of the template's.
        var constants = JsonObject.Of(
            ("Commands", Asl.Texts(commands.ToArray())), ("Tags", new JsonObject(tags.Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, tag.Value)))))
            .ToString().Replace("<", "\\u003c");
        return constants.Substring(0, constants.Length - 1) + ",\"Alert\":" + Event + "}";
    }

    /// <summary>The command and the tags of a template; false where it is none of ours.</summary>
    /// <param name="template">The template.</param>
    /// <param name="commands">The shell lines.</param>
    /// <param name="tags">The worker's tags, as <c>key=value</c>.</param>
    public static bool TryReadCommand(string? template, out IReadOnlyList<string> commands, out IReadOnlyList<string> tags)
    {
        var input = template is not null && JsonValue.TryParse(template.Replace(Event, "null"), out var value) ? value as JsonObject : null;
        commands = (input?["Commands"] as JsonArray)?.OfType<JsonString>().Select(line => line.Value).ToArray() ?? Array.Empty<string>();
        tags = (input?["Tags"] as JsonObject)?.Select(tag => $"{tag.Key}={(tag.Value as JsonString)?.Value}").ToArray() ?? Array.Empty<string>();
        return commands.Count > 0;
    }

    /// <summary>The name of the policy that a channel's targets need on the role that EventBridge takes on.</summary>
    /// <param name="channel">The channel.</param>
    public static string PolicyName(string channel) => PolicyLead + channel;

    /// <summary>That policy; null where no target needs one.</summary>
    /// <param name="targets">The targets' ARNs by id.</param>
    public static JsonObject? Policy(IReadOnlyDictionary<string, string> targets)
    {
        var statements = targets.Where(target => Actions.ContainsKey(target.Key)).OrderBy(target => target.Key, StringComparer.Ordinal)
            .Select(target => PolicyDocument.Allow(new[] { Actions[target.Key] }, new[] { target.Value })).ToArray();
        return statements.Length == 0 ? null : PolicyDocument.Of(statements);
    }

    /// <summary>The detail of the event by which a channel is tested: an alert that says that it is none.</summary>
    /// <param name="channel">The channel.</param>
    public static JsonObject TestDetail(string channel) => JsonObject.Of(
        ("channel", channel),
        ("error", "ChannelTest"),
        ("cause", JsonObject.Of(("Message", $"This is a test of the alert channel '{channel}'. Nothing has failed."))),
        ("executionURL", ""),
        ("networkName", ""),
        ("jobName", ""),
        ("test", true));

    /// <summary>The source of a test's event: that of any alert.</summary>
    public static string TestSource => AlertEvents.Source;

    /// <summary>The detail-type of a test's event: the one that every channel takes.</summary>
    public static string TestDetailType => AlertEvents.Failed;
}
