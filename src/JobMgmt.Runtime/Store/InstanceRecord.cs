namespace JobMgmt.Runtime.Store;

/// <summary>A worker: an EC2 instance, managed by SSM.</summary>
internal sealed record InstanceRecord(
    string Id,
    string ReservationId,
    long LaunchIndex,
    string ImageId,
    string InstanceType,
    string? KeyName,
    string? ClientToken,
    string State,
    DateTimeOffset Launched,
    DateTimeOffset Changed,
    string Reason)
{
    public const string Running = "running";
    public const string Stopped = "stopped";
    public const string Terminated = "terminated";

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Whether its agent answers.</summary>
    public bool IsOnline => State == Running;

    public string? Tag(string key) => Tags.Where(tag => tag.Key == key).Select(tag => tag.Value).FirstOrDefault();
}
