using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>One job as a picture shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="After">The numbers of the jobs that a line comes from.</param>
/// <param name="RunOn">What those must have come to.</param>
/// <param name="Status">How it stands in the run that is shown; null where none is.</param>
public sealed record PictureJob(string Name, IReadOnlyList<int> After, JobRunOn RunOn, JobRunStatus? Status)
{
    /// <summary>What else is particular about it, in a word or two each.</summary>
    public IReadOnlyList<string> Marks { get; init; } = System.Array.Empty<string>();
}
