using System.Management.Automation;
using System.Runtime.CompilerServices;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>
/// Takes what is no job for one that can't be used, so that the cmdlet ends with it. PowerShell itself would only write an error for that object and go on with the others: a network would be deployed,
/// or found to be good, with a job missing and its order closed over the gap.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobObjectsAttribute : ArgumentTransformationAttribute
{
    private static readonly ConditionalWeakTable<JobDefinition, string> Unusable = new();

    /// <summary>Objects that are left to other parameters; null where all are that are plainly no jobs.</summary>
    public Type[]? Leaves { get; set; }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <summary>The jobs, if all of them are some.</summary>
    /// <exception cref="CmdletFailure">One is none.</exception>
    public static IReadOnlyList<JobDefinition> Check(IReadOnlyList<JobDefinition> jobs)
        => jobs.Select(job => Unusable.TryGetValue(job, out string? what) ? what : null).OfType<string>().FirstOrDefault() is { } unusable
            ? throw new CmdletFailure(JobNetworkErrors.NoJob(unusable))
            : jobs;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => ObjectKind.List(inputData) is { } items ? items.Cast<object?>().Select(Take).ToArray() : Take(inputData);

    private object? Take(object? item)
    {
        object? value = ObjectKind.Bare(item);
        bool wasJob = ObjectKind.Is(item, typeof(JobDefinition));
        if (value is JobDefinition || (value is not null && !wasJob && (Leaves is null || Array.Exists(Leaves, type => type.IsInstanceOfType(value)))))
        {
            return item;
        }

        var job = new JobDefinition();
        Unusable.Add(job, value is null ? "Nothing ($null)"
            : wasJob ? $"The job '{PSObject.AsPSObject(item!).Properties[nameof(JobDefinition.Name)]?.Value}' as it was written down, with its properties alone,"
            : $"'{value}' ({value.GetType().Name})");
        return job;
    }
}
