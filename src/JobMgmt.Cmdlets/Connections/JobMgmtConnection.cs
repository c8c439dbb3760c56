namespace JobMgmt.Cmdlets.Connections;

/// <summary>What the cmdlets talk to: the answer of <c>Get-JobMgmtConnection</c>.</summary>
public sealed class JobMgmtConnection
{
    /// <summary>"Local" or "AWS".</summary>
    public required string Target { get; init; }
}
