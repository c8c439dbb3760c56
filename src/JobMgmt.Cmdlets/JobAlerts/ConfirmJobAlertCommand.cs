using System.Management.Automation;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Confirm-JobAlert: says that somebody takes care of alerts. An alert that is confirmed already stays as it is.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "JobAlert", SupportsShouldProcess = true)]
[OutputType(typeof(JobAlert))]
public sealed class ConfirmJobAlertCommand : JobMgmtCmdlet
{
    private readonly List<string> _ids = [];

    /// <summary>The alerts' event ids; those that Get-JobAlert writes bind to it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] EventId { get; set; } = [];

    /// <summary>What to keep with it.</summary>
    [Parameter]
    [ValidateLength(1, 2000)]
    public string? Note { get; set; }

    /// <summary>Writes the alerts to the pipeline, as they stand now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _ids.AddRange(EventId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        string[] ids = _ids.Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        string by = await CallerName.FindAsync(session, cancellationToken).ConfigureAwait(false);
        ILookup<string, JobAlert> alerts = (await new AlertDirectory(session, names).ReadAsync(_ => true, null, cancellationToken).ConfigureAwait(false)).ToLookup(a => a.EventId ?? "", StringComparer.Ordinal);
        foreach (string id in ids)
        {
            if (alerts[id].FirstOrDefault() is not { } alert)
            {
                await WriteErrorAsync(JobAlertErrors.AlertNotFound(id)).ConfigureAwait(false);
            }
            else if (alert.Status == JobAlertStatus.Confirmed)
            {
                PostWarning($"The alert '{id}' was confirmed already, by {alert.ConfirmedBy} at {ViewText.Time(alert.ConfirmedTime, "yyyy-MM-dd HH:mm:ss")}, and stays so{(Note is null ? "" : ": your note is not kept")}.");
                await PassAsync(alert).ConfigureAwait(false);
            }
            else if (await ShouldProcessAsync($"{alert.Kind} of {alert.NetworkName} {alert.JobName} at {alert.Time:s}".Replace("  ", " "), "Confirm the alert").ConfigureAwait(false))
            {
                await GuardAsync(id, () => ConfirmAsync(session, alert, by, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    private async Task ConfirmAsync(JobMgmtSession session, JobAlert alert, string by, CancellationToken cancellationToken)
    {
        JsonObject detail = JsonObject.Of(
            ("eventId", alert.EventId!), ("by", by), ("note", Note is null ? null : (JsonValue)Note), ("channel", alert.Channel), ("networkName", alert.NetworkName ?? ""), ("jobName", alert.JobName ?? ""));
        PutEventsResponse answer = await session.EventBridge.PutEventsAsync(
            new PutEventsRequest { Entries = [new() { Source = AlertEvents.Source, DetailType = AlertEvents.Confirmed, Detail = detail.ToString() }] }, cancellationToken).ConfigureAwait(false);
        if (answer.FailedEntryCount > 0)
        {
            throw new CmdletFailure(JobAlertErrors.AlertNotConfirmed(alert.EventId!, $"{answer.Entries?[0].ErrorCode} {answer.Entries?[0].ErrorMessage}"));
        }

        await PassAsync(alert with { Status = JobAlertStatus.Confirmed, ConfirmedBy = by, ConfirmedTime = TimeProvider.System.GetLocalNow().DateTime, Note = Note }).ConfigureAwait(false);
    }

    private Task PassAsync(JobAlert alert) => PassThru ? WriteObjectAsync(alert) : Task.CompletedTask;
}
