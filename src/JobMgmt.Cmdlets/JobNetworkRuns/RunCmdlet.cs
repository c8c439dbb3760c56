using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>A cmdlet that acts on runs: on those it is given, or on the ones of a network that go on.</summary>
public abstract class RunCmdlet : RunTargetCmdlet
{
    /// <summary>Only these executions of the networks; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByName, Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string[]? ExecutionName { get; set; }

    /// <summary>The ARNs of the runs meant by this pipeline object.</summary>
    private protected async Task<IReadOnlyList<string>> ResolveRunsAsync(JobMgmtSession session, RunJobStackNames names, CancellationToken cancellationToken)
    {
        if (ParameterSetName == ByArn)
        {
            return GivenRuns(ExecutionArn);
        }

        var runs = new RunDirectory(session, names);
        var wanted = new WildcardNames(ExecutionName);
        var found = new List<string>();
        foreach (string network in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, async () =>
            {
                if (wanted.AllExact)
                {
                    found.AddRange(wanted.Texts.Select(text => runs.ExecutionArn(network, text)));
                    return;
                }

                await foreach (JobNetworkRun run in runs.ListAsync(network, ExecutionStatus.RUNNING, int.MaxValue, cancellationToken).ConfigureAwait(false))
                {
                    if (wanted.Match(run.ExecutionName))
                    {
                        found.Add(run.ExecutionArn);
                    }
                }
            }).ConfigureAwait(false);
        }

        return found;
    }
}
