using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Commands;

/// <summary>The events that Run Command puts on the bus when a status changes.</summary>
internal sealed class CommandEvents(RuntimeIdentity identity, IEventBus bus)
{
    private const string Source = "aws.ssm";

    /// <summary>A command's status is another one now.</summary>
    public void CommandChanged(StoreConnection store, CommandRecord command, string status, IEnumerable<string> instanceIds) =>
        Put(store, "EC2 Command Status-change Notification", instanceIds, JsonObject.Of(
            ("command-id", command.CommandId),
            ("document-name", command.DocumentName),
            ("expire-after", command.Expires.ToIsoText()),
            ("parameters", command.Request["Parameters"] ?? JsonObject.Empty),
            ("requested-date-time", command.Requested.ToIsoText()),
            ("status", status)));

    /// <summary>An invocation's status is another one now.</summary>
    public void InvocationChanged(StoreConnection store, CommandRecord command, string instanceId, string status) =>
        Put(store, "EC2 Command Invocation Status-change Notification", [instanceId], JsonObject.Of(
            ("command-id", command.CommandId),
            ("document-name", command.DocumentName),
            ("instance-id", instanceId),
            ("requested-date-time", command.Requested.ToIsoText()),
            ("status", status)));

    private void Put(StoreConnection store, string detailType, IEnumerable<string> instanceIds, JsonObject detail) =>
        bus.Put(store, Source, detailType, [.. instanceIds.Select(id => identity.Arn("ec2", $"instance/{id}"))], detail);
}
