namespace JobMgmt.Runtime.Notifications;

/// <summary>How an attempt to send ended.</summary>
/// <param name="Fault">What went wrong, without secrets; null where it was taken.</param>
/// <param name="MayRetry">Whether another attempt may help.</param>
/// <param name="RetryAfter">What the other side asks to wait; null where it asks nothing.</param>
internal sealed record SendResult(string? Fault, bool MayRetry = false, TimeSpan? RetryAfter = null)
{
    /// <summary>The other side has taken it.</summary>
    public static SendResult Taken { get; } = new(Fault: null);

    /// <summary>It is never going to be taken.</summary>
    public static SendResult Refused(string fault) => new(fault);

    /// <summary>It may be taken later.</summary>
    public static SendResult Failed(string fault, TimeSpan? retryAfter = null) => new(fault, MayRetry: true, retryAfter);
}
