namespace JobMgmt.Schedules.Crontab;

/// <summary>A line of a crontab that starts a command.</summary>
public sealed record CrontabEntry
{
    /// <summary>The line's number in the file, from 1.</summary>
    public required int LineNumber { get; init; }

    /// <summary>The line as it stands there.</summary>
    public required string Line { get; init; }

    /// <summary>When: the five fields, or <c>@daily</c> and the like.</summary>
    public required string Time { get; init; }

    /// <summary>As whom; null in a user's own crontab.</summary>
    public string? User { get; init; }

    /// <summary>The command as it is handed to the shell: what follows a <c>%</c> is taken away, and <c>\%</c> is <c>%</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What the command reads from its standard input: the text behind the first <c>%</c>, each further one a line's end. Null: nothing.</summary>
    public string? StandardInput { get; init; }

    /// <summary>The variables that are set above the line, by name, in their order: <c>SHELL</c>, <c>PATH</c>, <c>MAILTO</c>, <c>CRON_TZ</c> and others.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The comment right above the line; null: none.</summary>
    public string? Comment { get; init; }

    /// <summary>A variable's value; null where it is not set.</summary>
    public string? Variable(string name) => Environment.LastOrDefault(pair => pair.Key == name).Value;
}
