using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>New-JobRetryPolicy: says how a job is tried again after certain errors, in memory; New-JobDefinition -Retry takes it.</summary>
[Cmdlet(VerbsCommon.New, "JobRetryPolicy")]
[OutputType(typeof(JobRetryPolicy))]
public sealed class NewJobRetryPolicyCommand : AsyncPSCmdlet
{
    /// <summary>The names of the errors that are worth a retry.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] ErrorName { get; set; } = [JobErrors.ExecutionFailed];

    /// <summary>How many times the job is tried again at most because of them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 1000)]
    public int MaxAttempts { get; set; } = 1;

    /// <summary>The wait before the first retry.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>By what the wait is multiplied from retry to retry.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double BackoffRate { get; set; } = 2;

    /// <summary>The greatest wait; none when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? MaxDelay { get; set; }

    /// <summary>Draws each wait at random, from none to the whole.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Jitter { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var policy = new JobRetryPolicy
        {
            ErrorName = ErrorName,
            MaxAttempts = MaxAttempts,
            Interval = Seconds(Interval),
            BackoffRate = BackoffRate,
            MaxDelay = MaxDelay is { } delay ? Seconds(delay) : null,
            Jitter = Jitter,
        };
        IReadOnlyList<NetworkFault> faults = JobValidator.Validate(policy);
        if (faults.Count > 0)
        {
            await WriteErrorAsync(JobNetworkErrors.InvalidRetryPolicy(policy, faults)).ConfigureAwait(false);
            return;
        }

        await WriteObjectAsync(policy).ConfigureAwait(false);
    }

    private static int Seconds(TimeSpan span) => (int)Math.Min(Math.Ceiling(span.TotalSeconds), int.MaxValue);
}
