namespace JobMgmt.Runtime.Store;

/// <summary>A state machine with one of its revisions.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">STANDARD or EXPRESS.</param>
/// <param name="Status">ACTIVE or DELETING.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Revision">The revision.</param>
internal sealed record StateMachineRecord(string Arn, string Name, string Type, string Status, DateTimeOffset Created, StateMachineRevision Revision)
{
    public bool IsExpress => Type == "EXPRESS";

    public bool IsDeleting => Status == "DELETING";
}
