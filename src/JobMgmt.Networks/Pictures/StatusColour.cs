using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>The colours of a job by its status, on a light and on a dark ground; the status itself is always there as a word.</summary>
/// <param name="Fill">The ground, pale enough for dark text.</param>
/// <param name="Line">The frame on it.</param>
/// <param name="DarkFill">The ground for light text.</param>
/// <param name="DarkLine">The frame on that.</param>
/// <param name="Dashed">Whether the frame is dashed: the job did not run.</param>
internal sealed record StatusColour(string Fill, string Line, string DarkFill, string DarkLine, bool Dashed = false)
{
    /// <summary>The text's colour on any of the pale fills.</summary>
    public const string Text = "#1b1f24";

    /// <summary>The colours of a status.</summary>
    public static StatusColour Of(JobRunStatus status) => status switch
    {
        JobRunStatus.Succeeded => new("#dafbe1", "#1a7f37", "#12261e", "#3fb950"),
        JobRunStatus.Failed or JobRunStatus.TimedOut => new("#ffebe9", "#cf222e", "#2d1316", "#f85149"),
        JobRunStatus.Running => new("#ddf4ff", "#0969da", "#121d2f", "#4493f8"),
        JobRunStatus.Aborted or JobRunStatus.Ignored or JobRunStatus.Held => new("#fff8c5", "#9a6700", "#272115", "#d29922"),
        JobRunStatus.Skipped or JobRunStatus.NotChosen or JobRunStatus.NotRun => new("#f6f8fa", "#59636e", "#151b23", "#9198a1", true),
        _ => new("#ffffff", "#59636e", "#0d1117", "#9198a1"),
    };
}
