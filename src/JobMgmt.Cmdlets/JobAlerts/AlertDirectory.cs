using System.Globalization;
using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Reads the alerts that the channels' log groups keep, with what came of them.</summary>
internal sealed class AlertDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private const string BeforeArn = "#/executions/details/";

    private static readonly Dictionary<string, JobAlertKind> Kinds = new(StringComparer.Ordinal)
    {
        [AlertEvents.Failed] = JobAlertKind.Failed,
        [AlertEvents.Overdue] = JobAlertKind.Overdue,
        [AlertEvents.Missed] = JobAlertKind.Missed,
        [AlertEvents.Recovered] = JobAlertKind.Recovered,
        [AlertEvents.WorkerLost] = JobAlertKind.WorkerLost,
        [AlertEvents.Held] = JobAlertKind.Held,
    };

    private readonly AlertLog _log = new(session);

    /// <summary>The alerts of the channels that match, newest first, whatever channels there are or once were.</summary>
    public async Task<IReadOnlyList<JobAlert>> ReadAsync(Func<string, bool> channel, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var groups = new List<string> { names.UnknownChannelLogGroup };
        var request = new DescribeLogGroupsRequest { LogGroupNamePrefix = names.ChannelLogGroup("") };
        await foreach (LogGroup group in session.Logs.Paginators.DescribeLogGroups(request).LogGroups.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (group.LogGroupName is { } name && channel(name.Substring(request.LogGroupNamePrefix.Length)))
            {
                groups.Add(name);
            }
        }

        var alerts = new List<JobAlert>();
        foreach (string group in groups)
        {
            await foreach ((FilteredLogEvent line, JsonObject item, JsonObject detail) in _log.ReadAsync(group, after, null, cancellationToken).ConfigureAwait(false))
            {
                alerts.Add(Read(line, item, detail));
            }
        }

        // The group of unknown channels holds alerts of any name, so the names are looked at once more.
        Dictionary<string, AlertConfirmation> confirmed = await ReadConfirmationsAsync(after, cancellationToken).ConfigureAwait(false);
        ILookup<string, AlertDelivery> lost = (await new DeliveryDirectory(session, names).ReadAsync(after, null, cancellationToken).ConfigureAwait(false)).Where(one => one.Error is not null).ToLookup(one => one.EventId, StringComparer.Ordinal);
        ILookup<string, DateTime> recovered = alerts.Where(a => a.Kind == JobAlertKind.Recovered).ToLookup(a => a.NetworkName ?? "", a => a.Time);
        return alerts.Where(a => channel(a.Channel)).OrderByDescending(a => a.Time).Select(a => Stand(a, confirmed, recovered) with { Undelivered = lost[a.EventId ?? ""].Select(one => one.ToString()).ToArray() }).ToArray();
    }

    /// <summary>Whether a held job still waits can be told of its run only: one that has ended waits for nobody.</summary>
    public async Task<JobAlert> CheckHoldAsync(JobAlert alert, CancellationToken cancellationToken)
    {
        if (alert is not { Kind: JobAlertKind.Held, Status: JobAlertStatus.Open, ExecutionArn: { } arn })
        {
            return alert;
        }

        try
        {
            var run = await session.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken).ConfigureAwait(false);
            return run.Status == ExecutionStatus.RUNNING ? alert : alert with { Status = JobAlertStatus.Recovered };
        }
        catch (ExecutionDoesNotExistException)
        {
            return alert with { Status = JobAlertStatus.Recovered };
        }
    }

    private static JobAlert Stand(JobAlert alert, Dictionary<string, AlertConfirmation> confirmed, ILookup<string, DateTime> recovered)
        => alert.EventId is { } id && confirmed.TryGetValue(id, out AlertConfirmation? by)
            ? alert with { Status = JobAlertStatus.Confirmed, ConfirmedBy = by.By, ConfirmedTime = by.Time, Note = by.Note }
            : alert.Kind is JobAlertKind.Recovered or JobAlertKind.Test || (alert.Kind == JobAlertKind.Failed && recovered[alert.NetworkName ?? ""].Any(time => time >= alert.Time))
                ? alert with { Status = JobAlertStatus.Recovered }
                : alert;

    // Who confirms first has confirmed.
    private async Task<Dictionary<string, AlertConfirmation>> ReadConfirmationsAsync(DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var confirmed = new Dictionary<string, AlertConfirmation>(StringComparer.Ordinal);
        await foreach ((FilteredLogEvent line, _, JsonObject detail) in _log.ReadAsync(names.ConfirmedLogGroup, after, null, cancellationToken).ConfigureAwait(false))
        {
            if (Text(detail, "eventId") is { } id && !confirmed.ContainsKey(id))
            {
                confirmed.Add(id, new AlertConfirmation(Text(detail, "by") ?? "", Time(line), Text(detail, "note")));
            }
        }

        return confirmed;
    }

    private JobAlert Read(FilteredLogEvent line, JsonObject item, JsonObject detail)
    {
        string? url = Text(detail, "executionURL");
        int at = url?.IndexOf(BeforeArn, StringComparison.Ordinal) ?? -1;
        string? arn = at < 0 ? null : url!.Substring(at + BeforeArn.Length);
        string[] parts = arn?.Split(':') ?? [];
        JobResult result = JobResult.Read(detail["cause"]);
        return new JobAlert
        {
            Time = Time(line),
            Kind = detail["test"] is JsonBoolean { Value: true } ? JobAlertKind.Test
                : Text(item, "detail-type") is { } kind && Kinds.TryGetValue(kind, out JobAlertKind known) ? known : JobAlertKind.Other,
            Status = detail["recovered"] is JsonBoolean { Value: true } ? JobAlertStatus.Recovered : JobAlertStatus.Open, // of failures that were told only when the network had succeeded again
            Channel = Text(detail, "channel") ?? "",
            NetworkName = Text(detail, "networkName") ?? Network(parts),
            JobName = Text(detail, "jobName"),
            ExecutionName = parts.Length == 8 ? parts[7] : null,
            Error = Text(detail, "error"),
            Message = Message(detail["cause"]),
            Worker = Text(detail, "worker") ?? result.InstanceId,
            CommandId = result.CommandId,
            LogGroupName = result.LogGroupName,
            ExitCode = Number(detail["exitCode"]) ?? result.ExitCode,
            Log = Lines(detail, "log"),
            LogNote = Text(detail, "logNote"),
            Repeats = Number((detail["repeats"] as JsonObject)?["count"]),
            Next = Lines(detail, "next"),
            ExecutionArn = arn,
            ExecutionUrl = url,
            EventId = Text(item, "id"),
            Event = line.Message!,
        };
    }

    private static DateTime Time(FilteredLogEvent line) => DateTimeOffset.FromUnixTimeMilliseconds(line.Timestamp ?? 0).LocalDateTime;

    // An alert of the article's own SendFailEvent names no network, only the run.
    private string? Network(string[] arn) => arn.Length == 8 ? names.TryNetworkName(arn[6], out string network) ? network : arn[6] : null;

    private static string? Message(JsonValue? cause) => cause switch
    {
        JsonObject obj => Text(obj, "Message"),
        JsonString text => text.Value,
        _ => null,
    };

    private static string[] Lines(JsonObject obj, string name) => Text(obj, name)?.Split('\n') ?? [];

    private static int? Number(JsonValue? value) => value is JsonNumber number ? Convert.ToInt32(number.ToDouble(), CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonObject obj, string name) => obj[name] is JsonString { Value.Length: > 0 } text ? text.Value : null;
}
