namespace JobMgmt.Runtime.Store;

/// <summary>An execution.</summary>
/// <param name="Id">The store's key; ascends with the starts.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="StateMachineArn">The machine's ARN.</param>
/// <param name="StateMachineName">The machine's name.</param>
/// <param name="Revision">The key of the revision that it runs.</param>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Started">When it started.</param>
/// <param name="Stopped">When it ended; null while it runs.</param>
/// <param name="Input">The input, to the letter.</param>
/// <param name="Output">The output of one that succeeded, as JSON text.</param>
/// <param name="Error">The error name, if any.</param>
/// <param name="Cause">The cause, if any.</param>
/// <param name="TraceHeader">The X-Ray header that it was started with.</param>
/// <param name="Version">The version that was started, or that the alias led to.</param>
/// <param name="Alias">The alias that was started.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="Redriven">The last time.</param>
/// <param name="TestCase">The key of the test case that mocks its tasks, if it follows one.</param>
/// <param name="MapRun">The key of the Map Run that it is a child of.</param>
/// <param name="MapIndex">Its place in that.</param>
internal sealed record ExecutionRecord(
    long Id,
    string Arn,
    string Name,
    string StateMachineArn,
    string StateMachineName,
    long Revision,
    string Status,
    DateTimeOffset Started,
    DateTimeOffset? Stopped,
    string Input,
    string? Output,
    string? Error,
    string? Cause,
    string? TraceHeader,
    long? Version = null,
    string? Alias = null,
    long RedriveCount = 0,
    DateTimeOffset? Redriven = null,
    long? TestCase = null,
    long? MapRun = null,
    long? MapIndex = null)
{
    /// <summary>Whether it is one of an EXPRESS state machine: nothing of it stays when it has ended.</summary>
    public bool IsExpress => Arn.Split(':', 7) is [_, _, _, _, _, "express", ..];

    /// <summary>The ARN of the version that was started, if any.</summary>
    public string? VersionArn => Version is { } version ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{StateMachineArn}:{version}") : null;

    /// <summary>The ARN of the alias that was started, if any.</summary>
    public string? AliasArn => Alias is null ? null : $"{StateMachineArn}:{Alias}";

    /// <summary>The ARN of the machine that it is of: a Map Run's child shows one with the Map state's label.</summary>
    public string OwnerArn => MapRun is null ? StateMachineArn : StateMachineArn[..StateMachineArn.IndexOf('/', StringComparison.Ordinal)];

    public bool IsRunning => Status == "RUNNING";
}
