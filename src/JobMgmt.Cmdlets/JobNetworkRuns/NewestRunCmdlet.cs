using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>A cmdlet that looks at runs: at those it is given, or at the newest one of each network.</summary>
public abstract class NewestRunCmdlet : RunTargetCmdlet
{
    /// <summary>The run's name; the network's newest run when left out.</summary>
    [Parameter(ParameterSetName = ByName, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string[]? ExecutionName { get; set; }

    /// <summary>Does the cmdlet's work for each run meant by this pipeline object; what fails is written as an error of that run, and the next one is looked at.</summary>
    /// <param name="session">The target.</param>
    /// <param name="names">The stack.</param>
    /// <param name="work">The work for one run, by ARN.</param>
    /// <param name="neverRan">What to do about a network without a run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private protected async Task ForEachRunAsync(
        JobMgmtSession session, RunJobStackNames names, Func<string, Task> work, Func<string, Task> neverRan, CancellationToken cancellationToken)
    {
        if (ParameterSetName == ByArn)
        {
            foreach (string arn in GivenRuns(ExecutionArn))
            {
                await GuardAsync(arn, () => work(arn)).ConfigureAwait(false);
            }

            return;
        }

        var runs = new RunDirectory(session, names);
        foreach (string network in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, async () =>
            {
                string[] arns = ExecutionName is not null ? ExecutionName.Select(e => runs.ExecutionArn(network, e)).ToArray()
                    : await runs.NewestAsync(network, cancellationToken).ConfigureAwait(false) is { } newest ? [newest.ExecutionArn] : [];
                await (arns.Length == 0 ? neverRan(network) : Task.CompletedTask).ConfigureAwait(false);
                foreach (string arn in arns)
                {
                    await GuardAsync(arn, () => work(arn)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }
}
