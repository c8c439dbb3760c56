using System.Net.Http;
using Amazon.Runtime;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>How often a wait asks how runs stand, and what it passes over. Not so against the local runtime, which is asked often: what does not answer there is gone.</summary>
/// <param name="target">What is asked.</param>
internal sealed class WaitPace(SessionKind target)
{
    // DescribeExecution: AWS lets through 250 at once, and 10 to 15 a second. Others call it, too.
    private const double CallsPerSecond = 8;

    private const int TooManyRequests = 429;

    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLocalStep = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestAwsStep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    private readonly bool _isLocal = target == SessionKind.Local;
    private TimeSpan _step = FirstStep;
    private long? _silent;

    /// <summary>How long a round takes at least, by what AWS lets through.</summary>
    public TimeSpan Round(int runs) => _isLocal ? TimeSpan.Zero : TimeSpan.FromSeconds(runs / CallsPerSecond);

    /// <summary>How long to wait for the next round. Steps grow with the wait: a short run is seen at once, a long one costs AWS few calls.</summary>
    public TimeSpan Next(int runs, bool ended)
    {
        TimeSpan longest = _isLocal ? LongestLocalStep : LongestAwsStep;
        _step = ended ? FirstStep : TimeSpan.FromTicks(Math.Min(longest.Ticks, (long)(_step.Ticks * 1.5)));
        TimeSpan round = Round(runs);
        return round > _step ? round : _step;
    }

    /// <summary>A run was told of.</summary>
    public void Answered() => _silent = null;

    /// <summary>No run was told of; whether that is new.</summary>
    public bool Missed()
    {
        bool isNew = _silent is null;
        _silent ??= TimeProvider.System.GetTimestamp();
        return isNew;
    }

    /// <summary>Whether a wait goes on behind an error: one that passes, until there has been no answer for ten minutes.</summary>
    public bool PassesOver(Exception exception) =>
        !_isLocal && MayPass(exception) && !(_silent is { } since && TimeProvider.System.GetElapsedTime(since) > LongestSilence);

    private static bool MayPass(Exception exception) => exception switch
    {
        AmazonServiceException service => service.Retryable is not null || (int)service.StatusCode is >= 500 or TooManyRequests
            || service.ErrorCode?.IndexOf("Throttl", StringComparison.OrdinalIgnoreCase) >= 0 || service.ErrorCode is "TooManyRequestsException" or "RequestLimitExceeded",
        HttpRequestException or TimeoutException => true,
        AmazonClientException or OperationCanceledException => exception.InnerException is HttpRequestException or TimeoutException,
        _ => false,
    };
}
