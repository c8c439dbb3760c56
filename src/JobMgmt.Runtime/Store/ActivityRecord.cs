namespace JobMgmt.Runtime.Store;

/// <summary>An activity: a name under which workers ask for tasks.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was created.</param>
internal sealed record ActivityRecord(string Arn, string Name, DateTimeOffset Created);
