namespace JobMgmt.Runtime.Store;

/// <summary>A command on one node.</summary>
internal sealed record CommandInvocationRecord(
    long Id,
    long Command,
    string InstanceId,
    string InstanceName,
    string Status,
    string StatusDetails,
    long ResponseCode,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    string Stdout,
    string Stderr,
    long StdoutLogged,
    long StderrLogged)
{
    /// <summary>Whether it will not change any more.</summary>
    public bool HasEnded => Ended is not null;
}
