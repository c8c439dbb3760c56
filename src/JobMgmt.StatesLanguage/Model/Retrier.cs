namespace JobMgmt.StatesLanguage.Model;

/// <summary>One entry of Retry.</summary>
/// <param name="ErrorEquals">The errors that it takes.</param>
/// <param name="IntervalSeconds">Seconds before the first retry; 1 by default.</param>
/// <param name="MaxAttempts">How many retries; 3 by default, 0 for none.</param>
/// <param name="BackoffRate">What the interval grows by with each retry; 2.0 by default.</param>
/// <param name="MaxDelaySeconds">The longest interval; null for no limit.</param>
/// <param name="FullJitter">JitterStrategy FULL: a random part of the interval is waited.</param>
public sealed record Retrier(
    IReadOnlyList<string> ErrorEquals, long IntervalSeconds, long MaxAttempts, double BackoffRate, long? MaxDelaySeconds, bool FullJitter);
