namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>A distributed Map's map run.</summary>
internal sealed class MapRunPosition
{
    public required long TaskId { get; init; }

    public required string Arn { get; init; }

    /// <summary>The id of MapRunStarted, or of MapRunRedriven.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>How often it was redriven.</summary>
    public long RedriveCount { get; init; }

    /// <summary>It failed. It is kept then only for a redrive to go on with.</summary>
    public bool HasFailed { get; set; }

    public MapRunPosition Clone() => (MapRunPosition)MemberwiseClone();
}
