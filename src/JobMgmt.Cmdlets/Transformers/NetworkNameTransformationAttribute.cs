using System.Management.Automation;
using JobMgmt.Cmdlets.Crontabs;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>
/// Takes networks' names from objects that tell which network they are of. An object may have a name of its own, as a trigger has: bound by its property Name, it would be taken for another network.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworkNameTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly Type[] Networks = [typeof(DeployedJobNetwork), typeof(JobNetworkStatus), typeof(JobNetworkChange), typeof(JobNetwork), typeof(CrontabJobNetwork)];

    /// <summary>What is done with objects that are of one run, since their network is more than they are.</summary>
    public RunObjects Runs { get; set; }

    /// <summary>Objects that are left to other parameters.</summary>
    public Type[] Leaves { get; set; } = [];

    /// <summary>Whether an object that does not tell its network may be one by its own name.</summary>
    public bool TakesName { get; set; } = true;

    /// <summary>Whether only networks are taken, and nothing that is of one: what is done is done to all of the network.</summary>
    public bool Whole { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => ObjectKind.List(inputData) is { } items ? items.Cast<object>().Select(item => Name(item) ?? item).ToArray()
            : Name(inputData) is { } name ? new[] { name } : inputData;

    private string? Name(object? item)
    {
        object? value = ObjectKind.Bare(item);
        if (value is null or string || Array.Exists(Leaves, type => type.IsInstanceOfType(value)))
        {
            return null;
        }

        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(item).Properties;
        bool hasArn = properties[nameof(JobNetworkRun.ExecutionArn)] is not null;
        if (hasArn && Runs == RunObjects.Left)
        {
            return null;
        }

        string? kind = ObjectKind.Of(item);
        if (kind is not null && !ObjectKind.Is(item, Networks) && (Whole || properties[nameof(JobNetworkRun.NetworkName)] is null))
        {
            throw new ArgumentTransformationMetadataException(
                $"A {kind} is no network{(properties[nameof(JobNetworkRun.NetworkName)]?.Value is string { Length: > 0 } network ? $", and would be taken for all of '{network}'" : "")}. Name the network, or pipe one of Get-JobNetwork.");
        }

        // What tells a network's state tells its run besides, and means the network.
        bool isOfRun = properties[nameof(JobNetworkStatus.Suspension)] is null && (hasArn || properties[nameof(JobNetworkRun.ExecutionName)]?.Value is string { Length: > 0 });
        return isOfRun && (Whole || Runs != RunObjects.TakenForNetworks)
            ? throw new ArgumentTransformationMetadataException(
                $"The object is of the run '{properties[nameof(JobNetworkRun.ExecutionName)]?.Value ?? properties[nameof(JobNetworkRun.ExecutionArn)]?.Value}' and {(hasArn ? "no object of Get-JobNetworkRun" : "does not tell its ExecutionArn")}, "
                + $"so it would be taken for all of its network. Read the run: Get-JobNetworkRun {(hasArn ? "-ExecutionArn <arn>" : "<network> -ExecutionName <run>")}.")
            : (properties[nameof(JobNetworkRun.NetworkName)] ?? (TakesName ? properties["Name"] : null))?.Value is string { Length: > 0 } name ? name : null;
    }
}
