using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>New-JobDefinition: describes one job, in memory; New-JobNetwork deploys it.</summary>
[Cmdlet(VerbsCommon.New, "JobDefinition", DefaultParameterSetName = CommandSet)]
[OutputType(typeof(JobDefinition))]
public sealed class NewJobDefinitionCommand : AsyncPSCmdlet
{
    private const string CommandSet = "Command";
    private const string NetworkSet = "Network";

    /// <summary>The job's name, unique in its network.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The shell lines; they run as one script, whose exit code is that of the last.</summary>
    [Parameter(ParameterSetName = CommandSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public string[] Command { get; set; } = [];

    /// <summary>The network that the job is, in place of a command: a run of it is the job.</summary>
    [Parameter(ParameterSetName = NetworkSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string? Network { get; set; }

    /// <summary>What that network gets as its parameters.</summary>
    [Parameter(ParameterSetName = NetworkSet)]
    [ValidateNotNull]
    [VariableTransformation]
    public Dictionary<string, string>? Parameter { get; set; }

    /// <summary>The jobs of the network that it comes after; it starts as soon as all of them have succeeded.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? After { get; set; }

    /// <summary>Whether it runs when those have succeeded, when one of them has not, or in any case.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public JobRunOn RunOn { get; set; }

    /// <summary>A condition in JSONata, asked where the job is to run otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? When { get; set; }

    /// <summary>The items that it runs for, once each: <c>JOBMGMT_ITEM</c> of its environment.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? ForEach { get; set; }

    /// <summary>How many of the items run at once, at most.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    public int? MaxConcurrency { get; set; }

    /// <summary>Variables that the script finds in its environment.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [VariableTransformation]
    public Dictionary<string, string>? Environment { get; set; }

    /// <summary>Variables whose values are read on the worker from SSM parameters.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [VariableTransformation]
    public Dictionary<string, string>? Secret { get; set; }

    /// <summary>What of its output is told to the network: nothing, its last line, or the JSON that it is.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    public JobOutput Output { get; set; }

    /// <summary>The exit codes that are success; 0 alone when left out.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public int[]? SuccessExitCode { get; set; }

    /// <summary>The error's name by exit code; others are ExecutionFailed.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ErrorNameTransformation]
    public Dictionary<int, string>? ErrorName { get; set; }

    /// <summary>The lock that it holds while it runs; other jobs of the stack that name it wait.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(JobLockCompleter))]
    public string? Lock { get; set; }

    /// <summary>How many jobs may hold the lock at once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int Slots { get; set; } = 1;

    /// <summary>How long it waits for the lock before it fails.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DurationTransformation]
    public TimeSpan? LockTimeout { get; set; }

    /// <summary>The directory on the worker in which they start.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? WorkingDirectory { get; set; }

    /// <summary>How long they may run: 5 seconds to 48 hours.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(JobDefinition.DefaultExecutionTimeout);

    /// <summary>Worker tags of this job alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>How the job is tried again, by error (New-JobRetryPolicy).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public JobRetryPolicy[] Retry { get; set; } = [];

    /// <summary>How often the job is tried again when its command fails.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, 99999999)]
    public int RetryCount { get; set; }

    /// <summary>The wait before the first retry; each further one is twice as long.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Holds it, when its turn has come, until somebody approves it (Approve-JobRun).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Hold { get; set; }

    /// <summary>In what time somebody has to answer, else the job fails.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? HoldTimeout { get; set; }

    /// <summary>What there is to look at before it is approved.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? HoldMessage { get; set; }

    /// <summary>The channel that gets the job's own alerts; the network's when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? AlertChannel { get; set; }

    /// <summary>Passes over its failure: the alert is sent, but the jobs after it run, and the network does not fail because of it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter ContinueOnFailure { get; set; }

    /// <summary>How long it may take with its retries before an alert tells that it is overdue.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The time of day by which it is to have started.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? StartBy { get; set; }

    /// <summary>The time of day by which it is to have ended.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? FinishBy { get; set; }

    /// <summary>What the job is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    // A list that came out empty, which may be $null, is no items; an object of the pipeline without any has no list.
    private bool _hasItems;

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        _hasItems = MyInvocation.BoundParameters.ContainsKey(nameof(ForEach));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (Retry.Length > 0 && (MyInvocation.BoundParameters.ContainsKey(nameof(RetryCount)) || MyInvocation.BoundParameters.ContainsKey(nameof(RetryInterval))))
        {
            await WriteErrorAsync(JobNetworkErrors.RetryGivenTwice(Name)).ConfigureAwait(false);
            return;
        }

        var job = new JobDefinition
        {
            Name = Name,
            Network = Network,
            Parameter = Parameter,
            Command = Command,
            After = MyInvocation.BoundParameters.ContainsKey(nameof(After)) ? (After ?? []).Where(name => !string.IsNullOrEmpty(name)).ToArray() : null,
            RunOn = RunOn,
            When = string.IsNullOrEmpty(When) ? null : When,
            ForEach = ForEach ?? (_hasItems ? [] : null),
            MaxConcurrency = MaxConcurrency,
            Environment = Environment is { Count: > 0 } ? Environment : null,
            Secret = Secret is { Count: > 0 } ? Secret : null,
            Output = Output,
            SuccessExitCode = SuccessExitCode,
            ErrorName = ErrorName is { Count: > 0 } ? ErrorName : null,
            Lock = MyInvocation.BoundParameters.ContainsKey(nameof(Lock)) ? Lock : null,
            Slots = Slots,
            LockTimeout = LockTimeout is { } longest ? (int)Math.Ceiling(longest.TotalSeconds) : null,
            WorkingDirectory = WorkingDirectory,
            ExecutionTimeout = (int)Math.Ceiling(ExecutionTimeout.TotalSeconds),
            Tag = Tag,
            Retry = RetryCount == 0 ? Retry : [new JobRetryPolicy { MaxAttempts = RetryCount, Interval = Math.Max(1, (int)RetryInterval.TotalSeconds) }],
            ContinueOnFailure = ContinueOnFailure,
            Hold = Hold,
            HoldTimeout = RunTimeout.Seconds(HoldTimeout),
            HoldMessage = HoldMessage,
            MaxDuration = RunTimeout.Seconds(MaxDuration),
            StartBy = string.IsNullOrEmpty(StartBy) ? null : StartBy,
            FinishBy = string.IsNullOrEmpty(FinishBy) ? null : FinishBy,
            AlertChannel = AlertChannel,
            Description = Description,
        };
        IReadOnlyList<NetworkFault> faults = JobValidator.Validate(job);
        if (faults.Count > 0)
        {
            await WriteErrorAsync(JobNetworkErrors.InvalidJobDefinition(job, faults)).ConfigureAwait(false);
            return;
        }

        if (job.Command.Any(line => line.Contains("\r\n") || line.EndsWith("\r", StringComparison.Ordinal)))
        {
            PostWarning($"Commands of the job '{Name}' have the line ends of Windows (CRLF), and a shell takes the carriage return for a part of the last word. Take it out: -replace \"`r\".");
        }

        await WriteObjectAsync(job).ConfigureAwait(false);
    }
}
