using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>Instances as the API shows them. How long a terminated one is still shown is AWS's hour.</summary>
internal sealed class InstanceDescription(LocalMachine machine, RuntimeIdentity identity, TimeProvider time)
{
    private static readonly TimeSpan _terminatedShown = TimeSpan.FromHours(1);

    /// <summary>Since when an instance must have been terminated to be shown still.</summary>
    public DateTimeOffset ShownSince => time.GetUtcNow() - _terminatedShown;

    /// <summary>A reservation: the instances of one RunInstances call.</summary>
    public JsonObject Reservation(string id, IEnumerable<InstanceRecord> instances) => JsonObject.Of(
        ("ReservationId", id), ("OwnerId", identity.Account), ("Groups", JsonArray.Empty), ("Instances", new JsonArray(instances.Select(Instance))));

    /// <summary>The answer of Start-, Stop- and TerminateInstances for one of them.</summary>
    public static JsonObject StateChange(string id, string previous, string current) =>
        JsonObject.Of(("InstanceId", id), ("CurrentState", State(current)), ("PreviousState", State(previous)));

    private JsonValue Instance(InstanceRecord instance)
    {
        var isThere = instance.State != InstanceRecord.Terminated;
        return JsonObject.Of(
            ("InstanceId", instance.Id),
            ("ImageId", instance.ImageId),
            ("State", State(instance.State)),
            ("PrivateDnsName", isThere ? machine.ComputerName : ""),
            ("PublicDnsName", ""),
            ("StateTransitionReason", instance.Reason),
            ("KeyName", instance.KeyName is { } key ? key : (JsonValue?)null),
            ("AmiLaunchIndex", instance.LaunchIndex),
            ("ProductCodes", JsonArray.Empty),
            ("InstanceType", instance.InstanceType),
            ("LaunchTime", instance.Launched.EpochSeconds()),
            ("Placement", JsonObject.Of(("AvailabilityZone", identity.Region + "a"), ("GroupName", ""), ("Tenancy", "default"))),
            ("Monitoring", JsonObject.Of(("State", "disabled"))),
            ("PrivateIpAddress", isThere ? machine.Address : (JsonValue?)null),
            ("Architecture", machine.Architecture),
            ("RootDeviceType", "ebs"),
            ("BlockDeviceMappings", JsonArray.Empty),
            ("VirtualizationType", "hvm"),
            ("ClientToken", instance.ClientToken ?? ""),
            ("Tags", new JsonArray(instance.Tags.Select(tag => (JsonValue)JsonObject.Of(("Key", tag.Key), ("Value", tag.Value))))),
            ("SecurityGroups", JsonArray.Empty),
            ("Hypervisor", "xen"),
            ("EbsOptimized", false),
            ("PlatformDetails", "Linux/UNIX"));
    }

    private static JsonObject State(string name) => JsonObject.Of(
        ("Code", name switch { InstanceRecord.Running => 16, InstanceRecord.Terminated => 48, InstanceRecord.Stopped => 80, _ => 0 }), ("Name", name));
}
