using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Reads the runs of networks.</summary>
internal sealed class RunDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>The runs of one network, newest first, page by page as they are taken.</summary>
    /// <exception cref="CmdletFailure">There is no such network.</exception>
    public async IAsyncEnumerable<JobNetworkRun> ListAsync(
        string network, ExecutionStatus? status, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListExecutionsRequest { StateMachineArn = names.NetworkMachineArn(network), StatusFilter = status };
        while (true)
        {
            ListExecutionsResponse page;
            try
            {
                page = await session.StepFunctions.ListExecutionsAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (StateMachineDoesNotExistException)
            {
                throw new CmdletFailure(ErrorRecords.NetworkNotFound(network));
            }

            foreach (ExecutionListItem item in page.Executions ?? [])
            {
                yield return new JobNetworkRun
                {
                    NetworkName = network,
                    ExecutionName = item.Name,
                    Status = Status(item.Status),
                    StartTime = item.StartDate?.ToLocalTime(),
                    StopTime = item.StopDate?.ToLocalTime(),
                    ExecutionArn = item.ExecutionArn,
                    Version = Version(item.StateMachineVersionArn),
                };
            }

            if (string.IsNullOrEmpty(page.NextToken))
            {
                yield break;
            }

            request.NextToken = page.NextToken;
        }
    }

    /// <summary>The newest run of a network; null where it never ran.</summary>
    public async Task<JobNetworkRun?> NewestAsync(string network, CancellationToken cancellationToken)
    {
        await foreach (JobNetworkRun run in ListAsync(network, null, cancellationToken).ConfigureAwait(false))
        {
            return run;
        }

        return null;
    }

    /// <summary>Reads one run with its input, output, error and cause.</summary>
    /// <exception cref="CmdletFailure">There is no such run.</exception>
    public async Task<JobNetworkRun> ReadAsync(string executionArn, CancellationToken cancellationToken)
    {
        DescribeExecutionResponse execution;
        try
        {
            execution = await session.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = executionArn }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ExecutionDoesNotExistException or InvalidArnException)
        {
            throw new CmdletFailure(ErrorRecords.RunNotFound(executionArn, e));
        }

        SkippedRun? skipped = execution.Output is { } output && JsonValue.TryParse(output, out JsonValue? value) ? SkippedRun.Read(value) : null;
        return new JobNetworkRun
        {
            NetworkName = NetworkName(execution.StateMachineArn),
            ExecutionName = execution.Name ?? executionArn.Split(':').Last(),
            Status = skipped is null ? Status(execution.Status) : JobNetworkRunStatus.Skipped,
            StatusReason = skipped?.Message,
            StartTime = execution.StartDate?.ToLocalTime(),
            StopTime = execution.StopDate?.ToLocalTime(),
            Error = execution.Error,
            Cause = execution.Cause,
            ExecutionInput = execution.Input,
            ExecutionOutput = execution.Output,
            ExecutionArn = executionArn,
            Version = Version(execution.StateMachineVersionArn),
        };
    }

    /// <summary>The ARN of a network's run by name.</summary>
    public string ExecutionArn(string network, string executionName)
        => names.NetworkMachineArn(network).Replace(":stateMachine:", ":execution:") + ":" + executionName;

    /// <summary>Our word for AWS's status.</summary>
    public static JobNetworkRunStatus Status(ExecutionStatus status) => status.Value switch
    {
        "SUCCEEDED" => JobNetworkRunStatus.Succeeded,
        "FAILED" => JobNetworkRunStatus.Failed,
        "TIMED_OUT" => JobNetworkRunStatus.TimedOut,
        "ABORTED" => JobNetworkRunStatus.Aborted,
        "PENDING_REDRIVE" => JobNetworkRunStatus.PendingRedrive,
        _ => JobNetworkRunStatus.Running,
    };

    /// <summary>AWS's word for our status.</summary>
    public static ExecutionStatus Status(JobNetworkRunStatus status) => status switch
    {
        JobNetworkRunStatus.Succeeded or JobNetworkRunStatus.Skipped => ExecutionStatus.SUCCEEDED,
        JobNetworkRunStatus.Failed => ExecutionStatus.FAILED,
        JobNetworkRunStatus.TimedOut => ExecutionStatus.TIMED_OUT,
        JobNetworkRunStatus.Aborted => ExecutionStatus.ABORTED,
        JobNetworkRunStatus.PendingRedrive => ExecutionStatus.PENDING_REDRIVE,
        _ => ExecutionStatus.RUNNING,
    };

    private static int? Version(string? versionArn)
        => versionArn is not null && int.TryParse(versionArn.Split(':').Last(), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;

    // A machine of another stack is shown by its own name.
    private string NetworkName(string stateMachineArn)
    {
        string machine = stateMachineArn.Split(':').Last();
        return names.TryNetworkName(machine, out string network) ? network : machine;
    }
}
