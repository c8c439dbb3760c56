using System.Collections;
using System.Management.Automation;
using JobMgmt.Cmdlets.JobNetworkRuns;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>
/// Takes networks' names from objects that tell which network they are of. An object may have a name of its own, as a trigger has: bound by its property Name, it would be taken for another network.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworkNameTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether objects that tell a run by its ARN are left to the parameter that takes runs.</summary>
    public bool LeavesRuns { get; set; }

    /// <summary>Objects that are left to another parameter; null for none.</summary>
    public Type? Leaves { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IEnumerable items and not (string or IDictionary) ? items.Cast<object>().Select(item => Name(item) ?? item).ToArray()
            : Name(inputData) is { } name ? new[] { name } : inputData;
    }

    private string? Name(object? item)
    {
        object? value = item is PSObject wrapped ? wrapped.BaseObject : item;
        if (value is null or string || Leaves?.IsInstanceOfType(value) == true)
        {
            return null;
        }

        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(item).Properties;
        return LeavesRuns && properties[nameof(JobNetworkRun.ExecutionArn)] is not null ? null
            : (properties[nameof(JobNetworkRun.NetworkName)] ?? properties["Name"])?.Value is string { Length: > 0 } name ? name : null;
    }
}
