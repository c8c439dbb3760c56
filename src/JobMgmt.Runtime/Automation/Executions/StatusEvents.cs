using System.Globalization;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>
/// Tells the event bus of each change of status
/// (https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html).
/// </summary>
internal sealed class StatusEvents(IEventBus bus, RuntimeIdentity identity)
{
    public void Put(StoreConnection connection, AutomationExecution automation)
    {
        var detail = Common(automation, automation.Status, automation.Started, automation.Ended)
            .With("ExecutedBy", $"arn:aws:iam::{identity.Account}:root");
        bus.Put(connection, "aws.ssm", "EC2 Automation Execution Status-change Notification", Resources(automation), detail);
    }

    public void Put(StoreConnection connection, AutomationExecution automation, StepExecution step)
    {
        var detail = Common(automation, step.Status, step.Started, step.Ended).With("StepName", step.Name).With("Action", step.Action);
        bus.Put(connection, "aws.ssm", "EC2 Automation Step Status-change Notification", Resources(automation), detail);
    }

    private static JsonObject Common(AutomationExecution automation, string status, DateTimeOffset started, DateTimeOffset? ended) => JsonObject.Of(
        ("ExecutionId", automation.Id),
        ("Definition", automation.DocumentName),
        ("DefinitionVersion", new JsonNumber(automation.DocumentVersion + ".0")),
        ("Status", status),
        ("StartTime", Time(started)),
        ("EndTime", ended is { } end ? new JsonString(Time(end)) : null),
        ("Time", ended is { } at ? Math.Round((at - started).TotalMilliseconds) : null));

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture);

    private string[] Resources(AutomationExecution automation) =>
    [
        identity.Arn("ssm", $"automation-execution/{automation.Id}"),
        identity.Arn("ssm", $"automation-definition/{automation.DocumentName}:{automation.DocumentVersion}"),
    ];
}
