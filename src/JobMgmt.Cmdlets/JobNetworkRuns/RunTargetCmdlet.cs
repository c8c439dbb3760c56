using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>A cmdlet that takes runs by ARN, or networks whose runs are meant.</summary>
public abstract class RunTargetCmdlet : NetworkCmdlet
{
    /// <summary>The set that takes networks.</summary>
    protected const string ByName = "Name";

    /// <summary>The set that takes runs.</summary>
    protected const string ByArn = "Arn";

    // No alias NetworkName: a run has that property too, and would bind here as well as by its ARN.
    /// <summary>The networks whose runs are meant; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NetworkNameTransformation(Runs = RunObjects.Left)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The runs, by ARN: what Start-, Wait-JobNetwork and Get-JobNetworkRun write binds here.</summary>
    [Parameter(ParameterSetName = ByArn, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ExecutionArn { get; set; } = [];
}
