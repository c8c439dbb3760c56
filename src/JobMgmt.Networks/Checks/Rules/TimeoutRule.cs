using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>
/// A job's state waits at least as long as the job may rightly take on the worker, and not for ever: a callback that was lost would hang the run for a year.
/// </summary>
internal sealed class TimeoutRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        var jobs = machine.All().Where(state => state.IsJob).ToArray();
        var (longest, longestOnWorker) = (0, 0);
        foreach (var state in jobs)
        {
            // One that SSM does not honour is told as that, and says nothing of how long the job takes.
            var least = JobTimeouts.Delivery + (JobInputRule.Read(state)?.ExecutionTimeout is { } seconds and <= JobDefinition.MaxExecutionTimeout ? seconds : 0);
            longest = Math.Max(longest, least);
            longestOnWorker = Math.Max(longestOnWorker, least - JobTimeouts.Delivery);
            CheckState(state, least, findings);
        }

        foreach (var state in machine.All().Where(state => state.StartsAutomation && !HasTimeout(state)))
        {
            findings.Warning(
                NetworkCodes.TaskTimeoutMissing,
                state.Location,
                $"State '{state.Name}' has no TimeoutSeconds: if the automation's callback is lost, it waits for a year. Give what the automation may take, its wait in the queue included.");
        }

        if (OutcomeStates.ReadTimeout(machine.Body) is { } own)
        {
            // Its author knows how long the jobs really take; only what one of them is expressly given is more than the whole may be a mistake.
            if (own < longestOnWorker)
            {
                findings.Warning(NetworkCodes.TimeoutTooShort, "/TimeoutSeconds", $"The network's Timeout is {own} s, but one of its jobs has an ExecutionTimeout of {longestOnWorker} s, which it can never use.");
            }
        }
        else if (jobs.Length > 0 && CheckedState.Whole(machine.Body["TimeoutSeconds"]) is { } limit && limit < longest)
        {
            findings.Warning(
                NetworkCodes.TimeoutTooShort,
                "/TimeoutSeconds",
                $"The network is ended after {limit} s, but one of its jobs may take {longest} s: {JobTimeouts.Delivery} s until a worker has it, and its ExecutionTimeout.");
        }
    }

    private static bool HasTimeout(CheckedState state) => state.Body.Contains("TimeoutSeconds") || state.Body.Contains("TimeoutSecondsPath");

    private static void CheckState(CheckedState state, int least, FindingList findings)
    {
        if (!HasTimeout(state))
        {
            findings.Warning(
                NetworkCodes.TaskTimeoutMissing,
                state.Location,
                $"The state of job '{state.Name}' has no TimeoutSeconds: if RunJob's answer is lost, the run hangs for a year. The job may take {least} s, and more where RunJob waits for a free "
                + $"worker; New-JobNetwork gives {new JobTimeouts(least - JobTimeouts.Delivery, new RunJobStackOptions()).Job} s.");
        }
        else if (CheckedState.Whole(state.Body["TimeoutSeconds"]) is { } timeout && timeout < least)
        {
            findings.Warning(
                NetworkCodes.TimeoutTooShort,
                state.At("TimeoutSeconds"),
                $"The state gives job '{state.Name}' up after {timeout} s, but it may rightly take {least} s: {JobTimeouts.Delivery} s until a worker has it, and its ExecutionTimeout.");
        }

        foreach (var field in new[] { "HeartbeatSeconds", "HeartbeatSecondsPath" }.Where(state.Body.Contains))
        {
            findings.Warning(
                NetworkCodes.HeartbeatNotSent, state.At(field), $"RunJob sends no heartbeats while job '{state.Name}' runs, so a longer job fails with States.Timeout. Take {field} away.");
        }
    }
}
