namespace JobMgmt.Runtime.Store;

/// <summary>A Map Run.</summary>
/// <param name="Id">The store's key.</param>
/// <param name="Arn">Its ARN: <c>…:mapRun:MACHINE/LABEL:UUID</c>.</param>
/// <param name="Execution">The key of the execution that started it.</param>
/// <param name="Task">Its id in that execution.</param>
/// <param name="Phase">How far it is (<see cref="MapRunPhase"/>).</param>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED or ABORTED.</param>
/// <param name="Started">When it started.</param>
/// <param name="Stopped">When it ended.</param>
/// <param name="Error">Why it fails, known before it has ended.</param>
/// <param name="Cause">The cause of that.</param>
/// <param name="MaxConcurrency">The children at once; 0 for the most that there can be.</param>
/// <param name="ToleratedCount">The items that may fail.</param>
/// <param name="ToleratedPercentage">The percentage of items that may fail.</param>
/// <param name="IsExpress">Whether its children are EXPRESS.</param>
/// <param name="Revision">What its children run; null until it is made.</param>
/// <param name="ResultsWritten">The children whose results its ResultWriter wrote.</param>
/// <param name="ItemsWritten">The items of those.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="Redriven">The last time.</param>
internal sealed record MapRunRecord(
    long Id,
    string Arn,
    long Execution,
    long Task,
    MapRunPhase Phase,
    string Status,
    DateTimeOffset Started,
    DateTimeOffset? Stopped,
    string? Error,
    string? Cause,
    long MaxConcurrency,
    long ToleratedCount,
    double ToleratedPercentage,
    bool IsExpress,
    long? Revision = null,
    long ResultsWritten = 0,
    long ItemsWritten = 0,
    long RedriveCount = 0,
    DateTimeOffset? Redriven = null)
{
    /// <summary><c>MACHINE/LABEL</c>: what stands for the machine's name in the ARNs of its children.</summary>
    public string MachineAndLabel => Arn.Split(':')[6];

    /// <summary>The Map state's label.</summary>
    public string Label => MachineAndLabel[(MachineAndLabel.LastIndexOf('/') + 1)..];

    /// <summary>What the ARNs of what belongs to it begin with: <c>arn:aws:states:REGION:ACCOUNT</c>.</summary>
    public string ArnPrefix => string.Join(':', Arn.Split(':')[..5]);

    /// <summary>The state machine that its children show.</summary>
    public string StateMachineArn => $"{ArnPrefix}:stateMachine:{MachineAndLabel}";

    /// <summary>The machine that its execution is of.</summary>
    public string OwnerArn => StateMachineArn[..StateMachineArn.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The status as it is told: one that fails still runs until its children are stopped.</summary>
    public string ShownStatus => Phase == MapRunPhase.Ended || Status == "ABORTED" ? Status : "RUNNING";
}
