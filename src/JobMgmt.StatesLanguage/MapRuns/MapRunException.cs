namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>A map run can't go on: its items can't be read, an ItemSelector fails, its results can't be written.</summary>
public sealed class MapRunException : Exception
{
    /// <summary>The error of items that can't be read.</summary>
    public const string ItemReaderFailed = "States.ItemReaderFailed";

    /// <summary>The error of results that can't be written.</summary>
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>An AWS error name and its cause, as MapRunFailed tells them.</summary>
    public MapRunException(string error, string cause)
        : base(cause)
    {
        Error = error;
        Cause = cause;
    }

    /// <summary>The error name.</summary>
    public string Error { get; }

    /// <summary>What happened, in AWS's words where they are known.</summary>
    public string Cause { get; }
}
