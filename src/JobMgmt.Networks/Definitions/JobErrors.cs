namespace JobMgmt.Networks.Definitions;

/// <summary>The error names with which RunJob answers, besides AWS's own (<c>States.Timeout</c>, <c>Ssm.…</c>).</summary>
public static class JobErrors
{
    /// <summary>What RunJob answers with, besides the names that a job gives to exit codes.</summary>
    public static readonly IReadOnlyCollection<string> OfRunJob = new HashSet<string>(StringComparer.Ordinal)
    {
        ExecutionFailed, WorkerLost, WorkerBusy, WorkerSelectionFailed, JobCancelled, InvalidJobInput, SecretNotRead, InvalidJobOutput, ResultNotReported, NoWorkerTag, JobNetworkEnded,
    };

    /// <summary>The command ran and did not succeed, or could not be delivered to the chosen worker.</summary>
    public const string ExecutionFailed = "ExecutionFailed";

    /// <summary>The exit code by which a job names the error of its execution timeout: that of timeout(1). Without a name it is <see cref="ExecutionFailed"/>, as ever.</summary>
    public const int TimeoutExitCode = 124;

    /// <summary>
    /// The worker stopped answering while it ran the command: whether the command ran to its end, or still runs, nobody knows. One that never got the command makes it
    /// <see cref="ExecutionFailed"/>, which is safe to try again.
    /// </summary>
    public const string WorkerLost = "WorkerLost";

    /// <summary>No running worker has the tags asked for; RunJob has tried again before it says so.</summary>
    public const string WorkerBusy = "WorkerBusy";

    /// <summary>The choice of a worker itself failed: a right is missing, a call failed, the script is broken.</summary>
    public const string WorkerSelectionFailed = "WorkerSelectionFailed";

    /// <summary>The automation, or RunJob's execution, was stopped while the job was waiting or running.</summary>
    public const string JobCancelled = "JobCancelled";

    /// <summary>The input of RunJob, or the tags of the run, can't be used.</summary>
    public const string InvalidJobInput = "InvalidJobInput";

    /// <summary>The job did not begin: a parameter that it takes a secret from could not be read on the worker.</summary>
    public const string SecretNotRead = "SecretNotRead";

    /// <summary>The job succeeded, but its output is not what it was to be: no JSON, or too long.</summary>
    public const string InvalidJobOutput = "InvalidJobOutput";

    /// <summary>A job that runs for each item of a list has failed for some; its cause names them.</summary>
    public const string ItemsFailed = "ItemsFailed";

    /// <summary>The job's condition failed, or gave neither true nor false.</summary>
    public const string InvalidCondition = "InvalidCondition";

    /// <summary>The command ended, but its result could not be read or reported.</summary>
    public const string ResultNotReported = "ResultNotReported";

    /// <summary>The job did not get its lock in time.</summary>
    public const string LockTimedOut = "LockTimedOut";

    /// <summary>The job did not get its lock: too many jobs wait for it.</summary>
    public const string LockQueueFull = "LockQueueFull";

    /// <summary>The job did not get its lock: the table could not be asked.</summary>
    public const string LockNotTaken = "LockNotTaken";

    /// <summary>The job succeeded, but its lock could not be given back; it is when the run has ended.</summary>
    public const string LockNotReleased = "LockNotReleased";

    /// <summary>The job waits until somebody approves it: the error of the event that says so, though nothing has failed.</summary>
    public const string JobHeld = "JobHeld";

    /// <summary>The job was held, and somebody denied it.</summary>
    public const string JobDenied = "JobDenied";

    /// <summary>The job was held, and nobody approved it in time.</summary>
    public const string HoldTimedOut = "HoldTimedOut";

    /// <summary>The run waits until somebody lets it go on: the error of the event that says so, though nothing has failed.</summary>
    public const string RunHeld = "RunHeld";

    /// <summary>The run was held, and somebody discarded it.</summary>
    public const string RunDiscarded = "RunDiscarded";

    /// <summary>The run was stopped by a later one of its network.</summary>
    public const string StoppedByOtherRun = "StoppedByOtherRun";

    /// <summary>A run or a job is overdue: the error of the event that says so; the run goes on.</summary>
    public const string Overdue = "Overdue";

    /// <summary>The run was stopped because a deadline was over.</summary>
    public const string Deadline = "Deadline";

    /// <summary>Neither the run, nor the network, nor the job names worker tags.</summary>
    public const string NoWorkerTag = "NoWorkerTag";

    /// <summary>The network ended before its job, so RunJob was stopped or did not begin. It is RunJob's own error: no network is there to get it.</summary>
    public const string JobNetworkEnded = "JobNetworkEnded";

    /// <summary>The error of a network of which several jobs failed; its cause names them.</summary>
    public const string JobsFailed = "JobsFailed";

    /// <summary>The network that a job is did not succeed; the cause says how it ended, and which of its jobs failed.</summary>
    public const string JobNetworkFailed = "JobNetworkFailed";

    /// <summary>The error of a network in which no job failed but not all were run: what a job waited for in another branch was stopped.</summary>
    public const string JobsNotRun = "JobsNotRun";

    /// <summary>The error of a run in which no job failed but which leaves out jobs that have not ended well in the runs that it continues; its cause names them.</summary>
    public const string JobsLeftOut = "JobsLeftOut";

    /// <summary>StopJobs could not read what an ended execution had started, so that it may still run.</summary>
    public const string JobsNotStopped = "JobsNotStopped";

    /// <summary>StopJobs could not give back all locks of an ended execution; its cause names them.</summary>
    public const string LocksNotGivenBack = "LocksNotGivenBack";

    /// <summary>A machine of the stack has failed, and could not send the alert that says so.</summary>
    public const string AlertNotSent = "AlertNotSent";

    /// <summary>A trigger could not start its network.</summary>
    public const string NotStarted = "JobNetworkNotStarted";
}
