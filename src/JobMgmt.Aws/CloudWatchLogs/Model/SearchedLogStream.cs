namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A stream that was searched.</summary>
public sealed class SearchedLogStream
{
    /// <summary>The log stream's name.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>True when it was searched to the end.</summary>
    public bool? SearchedCompletely { get; set; }
}
