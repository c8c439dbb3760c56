using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Reads the runs of networks.</summary>
internal sealed class RunDirectory(JobMgmtSession session, RunJobStackNames names)
{
    // AWS lets through two pages a second, of 100 runs where nothing is said.
    private const int LongestPage = 1000;

    /// <summary>The runs of one network, newest first, page by page as they are taken.</summary>
    /// <param name="network">The network.</param>
    /// <param name="status">Only runs of that status; null: all.</param>
    /// <param name="first">How many will be taken, as far as that is known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CmdletFailure">There is no such network.</exception>
    public async IAsyncEnumerable<JobNetworkRun> ListAsync(
        string network, ExecutionStatus? status, int first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListExecutionsRequest { StateMachineArn = names.NetworkMachineArn(network), StatusFilter = status, MaxResults = Math.Min(first, LongestPage) };
        while (true)
        {
            ListExecutionsResponse answer;
            try
            {
                answer = await session.StepFunctions.ListExecutionsAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (StateMachineDoesNotExistException)
            {
                throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(network));
            }

            foreach (ExecutionListItem item in answer.Executions ?? [])
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

            if (string.IsNullOrEmpty(answer.NextToken))
            {
                yield break;
            }

            request.NextToken = answer.NextToken;
        }
    }

    /// <summary>The newest run of a network; null where it never ran.</summary>
    public async Task<JobNetworkRun?> NewestAsync(string network, CancellationToken cancellationToken)
    {
        await foreach (JobNetworkRun run in ListAsync(network, null, 1, cancellationToken).ConfigureAwait(false))
        {
            return run;
        }

        return null;
    }

    /// <summary>Whether a run of the network goes on, waits or is held.</summary>
    public async Task<bool> IsRunningAsync(string network, CancellationToken cancellationToken)
    {
        await foreach (JobNetworkRun _ in ListAsync(network, ExecutionStatus.RUNNING, 1, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
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
            throw new CmdletFailure(JobNetworkRunErrors.RunNotFound(executionArn, e));
        }

        SkippedRun? skipped = execution.Output is { } output && JsonValue.TryParse(output, out JsonValue? value) ? SkippedRun.Read(value) : null;
        return new JobNetworkRun
        {
            NetworkName = NetworkName(execution.StateMachineArn),
            ExecutionName = execution.Name ?? executionArn.Split(':').Last(),
            Status = skipped is null ? Status(execution.Status) : JobNetworkRunStatus.Skipped,
            StatusReason = skipped?.Message ?? Reason(execution),
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

    /// <summary>A run as texts name it: its network and its own name.</summary>
    public string Label(string executionArn)
    {
        string[] arn = executionArn.Split(':');
        return arn.Length < 8 ? executionArn : $"{(names.TryNetworkName(arn[6], out string network) ? network : arn[6])} {arn[7]}";
    }

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

    // Why it was stopped, and what it passes over that has not ended well: of the error and the cause of a run that failed there is more than a line.
    private string? Reason(DescribeExecutionResponse execution)
    {
        JsonValue? input = execution.Input is { } text && JsonValue.TryParse(text, out JsonValue? given) ? given : null;
        Rerun? rerun = Rerun.Read(input);
        string? parent = NestedRun.ParentOf(input) is { } arn ? $"stopped with the run that it is a job of, '{Label(arn)}'" : null;
        string[] parts =
        [
            .. execution.Status == ExecutionStatus.ABORTED && (Message(execution.Cause) ?? execution.Error ?? parent) is { } why ? [why] : Array.Empty<string>(),
            .. rerun is { Left.Count: > 0 } ? ["left to do: " + string.Join(", ", rerun.Left)] : Array.Empty<string>(),
            .. rerun is { Accepted.Count: > 0 } ? ["counted as done: " + string.Join(", ", rerun.Accepted)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static string? Message(string? cause) =>
        string.IsNullOrEmpty(cause) ? null : JsonValue.TryParse(cause!, out JsonValue? value) && value is JsonObject told && told["Message"] is JsonString message ? message.Value : cause;

    private static int? Version(string? versionArn)
        => versionArn is not null && int.TryParse(versionArn.Split(':').Last(), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;

    // A machine of another stack is shown by its own name.
    private string NetworkName(string stateMachineArn)
    {
        string machine = stateMachineArn.Split(':').Last();
        return names.TryNetworkName(machine, out string network) ? network : machine;
    }
}
