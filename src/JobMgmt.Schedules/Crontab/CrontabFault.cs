namespace JobMgmt.Schedules.Crontab;

/// <summary>A line of a crontab that can't be taken over, and why.</summary>
/// <param name="LineNumber">The line's number in the file, from 1.</param>
/// <param name="Line">The line as it stands there.</param>
/// <param name="Reason">What is wrong, with the way out.</param>
public sealed record CrontabFault(int LineNumber, string Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {Reason} ({Line.Trim()})";
}
