using JobMgmt.Networks.Expressions;

namespace JobMgmt.Networks.Definitions;

/// <summary>One job: a list of shell lines that runs on one worker, as one script; or another network.</summary>
public sealed record JobDefinition
{
    /// <summary>The least <see cref="ExecutionTimeout"/> in seconds; the SSM agent silently takes 3600 for anything below.</summary>
    public const int MinExecutionTimeout = 5;

    /// <summary>The greatest <see cref="ExecutionTimeout"/> in seconds (48 hours), the limit of AWS-RunShellScript.</summary>
    public const int MaxExecutionTimeout = 172_800;

    /// <summary>The <see cref="ExecutionTimeout"/> that stands where none is given, in seconds.</summary>
    public const int DefaultExecutionTimeout = 3600;

    /// <summary>How many items a job can run through.</summary>
    public const int MaxItems = 1000;

    /// <summary>How many items run at once, whatever <see cref="MaxConcurrency"/> says: an inline Map's limit.</summary>
    public const int MaxItemsAtOnce = 40;

    /// <summary>The most <see cref="Slots"/>.</summary>
    public const int MaxSlots = 100;

    /// <summary>The greatest <see cref="LockTimeout"/> in seconds: a year, as long as an execution can take.</summary>
    public const int MaxLockTimeout = 31_536_000;

    /// <summary>The name, unique in its network; it becomes the state's name, so 1 to 80 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>The network that the job is, by name; its run is the job. Null: the job is a command.</summary>
    public string? Network { get; init; }

    /// <summary>What the network that the job is gets as its parameters, by name; null: their defaults.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>The shell lines. They run as one script; the exit code of the last is the job's. None where the job is a network.</summary>
    public IReadOnlyList<string> Command { get; init; } = Array.Empty<string>();

    /// <summary>
    /// A condition in JSONata, which is asked where the job is to run otherwise: true or false, from what <c>jobs.&lt;name&gt;</c>, <c>parameters.&lt;name&gt;</c> and <c>run</c> tell. Null: none.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Variables that the script finds in its environment, by name. A value that begins with <c>{%</c> and ends with <c>%}</c> is an expression.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Variables whose values are read on the worker from SSM parameters: the variable's name, and the parameter's. The values are nowhere else.</summary>
    public IReadOnlyDictionary<string, string>? Secret { get; init; }

    /// <summary>What of the script's output is told to the network.</summary>
    public JobOutput Output { get; init; }

    /// <summary>The exit codes that are success; null: 0 alone.</summary>
    public IReadOnlyList<int>? SuccessExitCode { get; init; }

    /// <summary>The error's name by exit code; a code that has none here is <c>ExecutionFailed</c>. 124 names that of the execution timeout, too.</summary>
    public IReadOnlyDictionary<int, string>? ErrorName { get; init; }

    /// <summary>The directory on the worker in which the script starts; null leaves it to the SSM agent's default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>How long the script may run, in seconds, counted from its start on the worker.</summary>
    public int ExecutionTimeout { get; init; } = DefaultExecutionTimeout;

    /// <summary>Worker tags of this job alone; null takes those of the run or the network. A network that the job is takes them for its jobs.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>How a failed job is tried again, by error; each policy counts its own attempts. Empty: it is not.</summary>
    public IReadOnlyList<JobRetryPolicy> Retry { get; init; } = Array.Empty<JobRetryPolicy>();

    /// <summary>The jobs that it comes after, by name; empty: none. Null: none where other jobs of the network name theirs, else the job before it in the network's list.</summary>
    public IReadOnlyList<string>? After { get; init; }

    /// <summary>Whether it runs when the jobs that it comes after have succeeded, when one of them has not, or in any case.</summary>
    public JobRunOn RunOn { get; init; }

    /// <summary>The items that it runs for, once each, or one expression (<c>{% jobs.list.Output %}</c>) that gives them, as <c>JOBMGMT_ITEM</c> and <c>JOBMGMT_ITEM_INDEX</c> of its environment; null: it runs once, without.</summary>
    public IReadOnlyList<string>? ForEach { get; init; }

    /// <summary>The JSONata expression that gives the items at run time; null where they are written out.</summary>
    internal string? ItemExpression => ForEach is null ? null : ItemExpressionIn(ForEach);

    /// <summary>The expression that a list is: its only text, in <c>{% %}</c>.</summary>
    internal static string? ItemExpressionIn(IReadOnlyList<string> items) =>
        items.Count == 1 && items[0] is { } only && NetworkExpression.IsIn(only) ? NetworkExpression.TextIn(only) : null;

    /// <summary>How many of the items run at once, at most; null: as many as AWS runs, which are <see cref="MaxItemsAtOnce"/>.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Whether it waits, when its turn has come, until somebody approves it; denied, it fails.</summary>
    public bool Hold { get; init; }

    /// <summary>In how many seconds somebody has to answer, else the job fails; null: it waits as long as a run lasts.</summary>
    public int? HoldTimeout { get; init; }

    /// <summary>What there is to look at before it is approved, in the user's words.</summary>
    public string? HoldMessage { get; init; }

    /// <summary>Whether its failure is passed over: the alert is sent, but the jobs after it run as if it had succeeded, and the network does not fail because of it.</summary>
    public bool ContinueOnFailure { get; init; }

    /// <summary>The lock that it holds while it runs; other jobs of the stack that name it wait. Null: none.</summary>
    public string? Lock { get; init; }

    /// <summary>How many jobs may hold the lock at once, this one among them.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>How long it waits for the lock, in seconds, before it fails; null: as long as it takes.</summary>
    public int? LockTimeout { get; init; }

    /// <summary>How long it may take with its retries, in seconds, before an alert tells that it is overdue; it goes on. Null: as long as it takes.</summary>
    public int? MaxDuration { get; init; }

    /// <summary>The time of day by which it is to have started, such as <c>02:00</c>, in the network's time zone: the next one after the run's start. Null: none.</summary>
    public string? StartBy { get; init; }

    /// <summary>The time of day by which it is to have ended. Null: none.</summary>
    public string? FinishBy { get; init; }

    /// <summary>The channel that gets the job's own alerts; null: the network's.</summary>
    public string? AlertChannel { get; init; }

    /// <summary>What the job is for, in the user's words.</summary>
    public string? Description { get; init; }

    /// <summary>The job's name: what lists of jobs show.</summary>
    public override string ToString() => Name;
}
