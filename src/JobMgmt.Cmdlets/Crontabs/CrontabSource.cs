using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>Where crontab lines come from.</summary>
/// <param name="Path">The file or directory; null: the pipeline.</param>
/// <param name="Format">The form of its lines.</param>
/// <param name="Owner">Whose crontab it is, where its place says so.</param>
/// <param name="Scripts">The scripts of a run-parts directory; null: it is a file.</param>
internal sealed record CrontabSource(string? Path, CrontabFormat Format, string? Owner = null, IReadOnlyList<string>? Scripts = null);
