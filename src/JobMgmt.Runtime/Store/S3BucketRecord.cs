namespace JobMgmt.Runtime.Store;

/// <summary>A stored bucket.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made.</param>
/// <param name="SendsEvents">Whether what happens to its objects is put on the event bus.</param>
internal sealed record S3BucketRecord(long Id, string Name, DateTimeOffset Created, bool SendsEvents);
