using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// How long each part of a job may take, in seconds, from the job's own <c>ExecutionTimeout</c>. A timeout of an outer part is never
/// shorter than what the inner parts may rightly take, so the one that fires is always the one nearest to the trouble, and a lost
/// callback ends as an error at the latest after <see cref="Job"/>.
/// </summary>
/// <remarks>
/// <code>
/// Command  = Delivery + ExecutionTimeout + Margin              Run Command gives the command up by then
/// Attempt  = Queue + Selection + Command + Callback            RunJob waits this long for one automation
/// Busy     = WorkerBusy retries x (Queue + Selection + Callback) + their waits
/// Job      = Start + Busy + Attempt + Answer + Margin          the network waits this long for RunJob
/// </code>
/// </remarks>
public sealed class JobTimeouts
{
    /// <summary>How long Run Command tries to reach the worker.</summary>
    public const int Delivery = 600;

    /// <summary>How long a job that is a network may take: as long as any execution can. The network has timeouts of its own.</summary>
    public const int Network = 31_536_000;

    /// <summary>Allowance for the services' own delays.</summary>
    public const int Margin = 300;

    /// <summary>The longest that the step takes which chooses a worker, all its attempts together.</summary>
    public const int Selection = SelectionStep * SelectionAttempts;

    /// <summary>The longest that the steps take which report the result, all their attempts together.</summary>
    public const int Callback = CallbackSteps * CallbackStep * CallbackAttempts;

    /// <summary>The longest that RunJob takes to ask its network and to retry a refused start of the automation.</summary>
    public const int Start = CallSeconds + (StartAttempts * (StartMaxDelay + CallSeconds));

    /// <summary>The longest that RunJob retries its answer to the network.</summary>
    public const int Answer = AnswerAttempts * AnswerMaxDelay;

    /// <summary>The step timeout of the command for any job: the document's steps take a constant only.</summary>
    public const int LongestCommand = Delivery + Definitions.JobDefinition.MaxExecutionTimeout + Margin;

    internal const int SelectionStep = 120;
    internal const int SelectionAttempts = 2;
    internal const int CallbackStep = 120;
    internal const int CallbackAttempts = 3;
    internal const int StartAttempts = 6;
    internal const int StartMaxDelay = 60;
    internal const int AnswerAttempts = 12;
    internal const int AnswerMaxDelay = 180;
    internal const int CallSeconds = 60;

    // The script that reports, then the plain call that takes over where the script fails.
    private const int CallbackSteps = 2;

    // The greatest TimeoutSeconds that Step Functions takes.
    internal const int MaxTimeoutSeconds = 99_999_999;

    private readonly int _executionTimeout;
    private readonly RunJobStackOptions _options;

    /// <summary>The timeouts of a job.</summary>
    /// <param name="executionTimeout">The job's own timeout in seconds.</param>
    /// <param name="options">The stack's options: queue and retry waits.</param>
    public JobTimeouts(int executionTimeout, RunJobStackOptions options)
    {
        _executionTimeout = executionTimeout;
        _options = options;
    }

    /// <summary>From sending the command to its end.</summary>
    public int Command => Delivery + _executionTimeout + Margin;

    /// <summary>From starting one automation to its callback.</summary>
    public int Attempt => _options.QueueSeconds + Selection + Command + Callback;

    /// <summary>All attempts that find no worker, with the waits between them.</summary>
    public int Busy
    {
        get
        {
            var seconds = 0.0;
            var wait = (double)_options.WorkerBusyIntervalSeconds;
            for (var i = 0; i < _options.WorkerBusyMaxAttempts; i++)
            {
                seconds += _options.QueueSeconds + Selection + Callback + wait;
                wait *= _options.WorkerBusyBackoffRate;
            }

            return (int)Math.Min(Math.Ceiling(seconds), MaxTimeoutSeconds);
        }
    }

    /// <summary>From starting RunJob to its answer.</summary>
    public int Job => Sum(Start, Busy, Attempt, Answer, Margin);

    /// <summary>A sum that stays within what Step Functions takes as TimeoutSeconds.</summary>
    internal static int Sum(params long[] parts) => (int)Math.Min(parts.Sum(), MaxTimeoutSeconds);
}
