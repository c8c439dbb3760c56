using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Get-JobNetworkRun: the executions of networks, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "JobNetworkRun", DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkRun))]
public sealed class GetJobNetworkRunCommand : NetworkCmdlet
{
    private const string ByName = "Name";
    private const string ByArn = "Arn";

    /// <summary>The networks; patterns are allowed. All networks when left out.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NetworkNameTransformation(Runs = RunObjects.Left)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Executions' names; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByName, Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string[]? ExecutionName { get; set; }

    /// <summary>Only runs that stand like this.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    public JobNetworkRunStatus[]? Status { get; set; }

    /// <summary>At most so many of each network, the newest; each is read anew, with input, output, error and cause.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    /// <summary>One run, by its ARN; read anew, with input, output, error and cause.</summary>
    [Parameter(ParameterSetName = ByArn, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ExecutionArn { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var runs = new RunDirectory(session, names);
        if (ParameterSetName == ByArn)
        {
            foreach (string arn in GivenRuns(ExecutionArn))
            {
                await GuardAsync(arn, async () => await WriteObjectAsync(await new RunStandings(session, names, runs).TellAsync(
                    await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false))
                    .ConfigureAwait(false);
            }

            return;
        }

        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, () => WriteRunsAsync(session, names, runs, name, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task WriteRunsAsync(JobMgmtSession session, RunJobStackNames names, RunDirectory runs, string name, CancellationToken cancellationToken)
    {
        var standings = new RunStandings(session, names, runs);
        var wanted = new WildcardNames(ExecutionName);
        if (wanted.AllExact)
        {
            foreach (string executionName in wanted.Texts)
            {
                // Asked for by itself: at once, however many runs there are, and with input, output, error and cause.
                JobNetworkRun run = await standings.TellAsync(
                    await runs.ReadAsync(runs.ExecutionArn(name, executionName), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                if (Status?.Contains(run.Status) != false)
                {
                    await WriteObjectAsync(run).ConfigureAwait(false);
                }
            }

            return;
        }

        var seen = new List<string>();
        int left = Last;
        int first = ExecutionName is null && Status is null ? Last : int.MaxValue;
        await foreach (JobNetworkRun listed in runs.ListAsync(name, Status is [var status] ? RunDirectory.Status(status) : null, first, cancellationToken).ConfigureAwait(false))
        {
            if (!wanted.Match(listed.ExecutionName))
            {
                continue;
            }

            seen.Add(listed.ExecutionName);
            JobNetworkRun run = await standings.TellAsync(
                Last == int.MaxValue ? listed : await runs.ReadAsync(listed.ExecutionArn, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (Status?.Contains(run.Status) != false)
            {
                await WriteObjectAsync(run).ConfigureAwait(false);
                if (--left == 0)
                {
                    break;
                }
            }
        }

        foreach (string missing in left == 0 ? [] : wanted.Unmatched(seen))
        {
            await WriteErrorAsync(JobNetworkRunErrors.RunNotFound($"{name} {missing}", null)).ConfigureAwait(false);
        }
    }
}
