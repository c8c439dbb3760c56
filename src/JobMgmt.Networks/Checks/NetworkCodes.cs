namespace JobMgmt.Networks.Checks;

/// <summary>The codes of what is known of job networks beyond the states language. They stay as they are: scripts filter by them.</summary>
public static class NetworkCodes
{
    /// <summary>The definition is longer than the 1 MiB that AWS takes.</summary>
    public const string DefinitionTooLarge = "DEFINITION_TOO_LARGE";

    /// <summary>A network in YAML that can't be deployed: its file, or the network in it, has a fault.</summary>
    public const string NetworkInvalid = "NETWORK_INVALID";

    /// <summary>What a state is given is longer than the 256 KiB that may pass between states.</summary>
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";

    /// <summary>Every run needs more than the 25,000 history events that an execution may have.</summary>
    public const string HistoryTooLong = "HISTORY_TOO_LONG";

    /// <summary>A run whose jobs are tried again needs more history events than an execution may have.</summary>
    public const string HistoryMayBeTooLong = "HISTORY_MAY_BE_TOO_LONG";

    /// <summary>A name comes twice in a JSON object; one of the two is lost.</summary>
    public const string DuplicateMember = "DUPLICATE_MEMBER";

    /// <summary>No run can come to a job.</summary>
    public const string JobUnreachable = "JOB_UNREACHABLE";

    /// <summary>A job's name, commands or tags are refused when it runs.</summary>
    public const string JobInvalid = "JOB_INVALID";

    /// <summary>A job's ExecutionTimeout is outside what SSM honours.</summary>
    public const string ExecutionTimeoutOutOfRange = "EXECUTION_TIMEOUT_OUT_OF_RANGE";

    /// <summary>A working directory that the SSM agent ignores.</summary>
    public const string WorkingDirectoryIgnored = "WORKING_DIRECTORY_IGNORED";

    /// <summary>RunJob does not get the task token, so it can never answer.</summary>
    public const string TaskTokenMissing = "TASK_TOKEN_MISSING";

    /// <summary>A job's state waits for an answer for ever.</summary>
    public const string TaskTimeoutMissing = "TASK_TIMEOUT_MISSING";

    /// <summary>A state, or the machine, gives a job up while it may still rightly run.</summary>
    public const string TimeoutTooShort = "TIMEOUT_TOO_SHORT";

    /// <summary>A state waits for heartbeats that RunJob does not send.</summary>
    public const string HeartbeatNotSent = "HEARTBEAT_NOT_SENT";

    /// <summary>A retry may run a job while its first run is still alive.</summary>
    public const string RetryMayRunTwice = "RETRY_MAY_RUN_TWICE";

    /// <summary>A retrier names an error that the job can't fail with.</summary>
    public const string RetryNameUnknown = "RETRY_NAME_UNKNOWN";

    /// <summary>A line of a job's commands ends with a carriage return.</summary>
    public const string CarriageReturn = "CARRIAGE_RETURN";

    /// <summary>A job that finds no free worker is given up at once.</summary>
    public const string WorkerBusyNotRetried = "WORKER_BUSY_NOT_RETRIED";

    /// <summary>A job can fail without an alert.</summary>
    public const string JobWithoutAlert = "JOB_WITHOUT_ALERT";

    /// <summary>An alert that can't be sent ends the run with its own error in place of the job's.</summary>
    public const string AlertHidesError = "ALERT_HIDES_ERROR";

    /// <summary>No rule can be named for the alert's channel.</summary>
    public const string AlertChannelInvalid = "ALERT_CHANNEL_INVALID";

    /// <summary>A failed job's cause is parsed that a timeout does not have.</summary>
    public const string CauseMayBeMissing = "CAUSE_MAY_BE_MISSING";

    /// <summary>A run fails without saying why.</summary>
    public const string FailWithoutError = "FAIL_WITHOUT_ERROR";

    /// <summary>An earlier retrier or catcher takes every error of this one.</summary>
    public const string HandlerNeverUsed = "HANDLER_NEVER_USED";

    /// <summary>More jobs at once than an account runs automations.</summary>
    public const string JobsAtOnce = "JOBS_AT_ONCE";

    /// <summary>More iterations at once than an inline Map does.</summary>
    public const string MapConcurrency = "MAP_CONCURRENCY";

    /// <summary>Jobs of one lock give it different numbers of slots.</summary>
    public const string LockSlotsDiffer = "LOCK_SLOTS_DIFFER";

    /// <summary>A timeout ends what has a deadline before it can be overdue.</summary>
    public const string DeadlineNeverReached = "DEADLINE_NEVER_REACHED";

    /// <summary>The shell does not understand a job's commands.</summary>
    public const string ShellSyntax = "SHELL_SYNTAX";

    /// <summary>Networks that are jobs of each other in a circle.</summary>
    public const string NestedCircle = "NESTED_CIRCLE";

    /// <summary>A job that is a network gives it a parameter that it does not have, or not one that it has to be given.</summary>
    public const string NestedParameter = "NESTED_PARAMETER";

    /// <summary>A job that is a network holds a lock that a job in that network waits for.</summary>
    public const string NestedLock = "NESTED_LOCK";

    /// <summary>A job has the name of a point from which runs are restarted.</summary>
    public const string JobNamedAsRestartPoint = "JOB_NAMED_AS_RESTART_POINT";

    /// <summary>A run that is stopped and restarted does not end as one that was not stopped.</summary>
    public const string RecoveryDiffers = "RECOVERY_DIFFERS";
}
