namespace JobMgmt.Runtime.Store;

/// <summary>A published version of a state machine.</summary>
/// <param name="StateMachineArn">The machine's ARN.</param>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Revision">The key of the revision that it keeps.</param>
/// <param name="Description">What its maker wrote.</param>
/// <param name="Created">When it was published.</param>
internal sealed record VersionRecord(string StateMachineArn, long Version, long Revision, string? Description, DateTimeOffset Created)
{
    public string Arn => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{StateMachineArn}:{Version}");
}
