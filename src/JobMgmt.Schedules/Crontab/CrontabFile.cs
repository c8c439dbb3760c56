using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Schedules.Crontab;

/// <summary>A crontab, read as Vixie cron reads it (crontab(5)). Each line that is not empty or a comment is an entry, a variable for the lines below it, or a fault.</summary>
public sealed class CrontabFile
{
    private readonly List<CrontabEntry> _entries = new();
    private readonly List<CrontabFault> _faults = new();
    private readonly List<KeyValuePair<string, string>> _environment = new();
    private readonly List<string> _comment = new();
    private readonly CrontabFormat _format;

    private CrontabFile(CrontabFormat format) => _format = format;

    /// <summary>The lines that start commands.</summary>
    public IReadOnlyList<CrontabEntry> Entries => _entries;

    /// <summary>The lines that can't be taken over.</summary>
    public IReadOnlyList<CrontabFault> Faults => _faults;

    /// <summary>How many lines set variables.</summary>
    public int SettingCount { get; private set; }

    /// <summary>Reads a crontab.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="format">Its form.</param>
    public static CrontabFile Read(string text, CrontabFormat format)
    {
        var file = new CrontabFile(format);
        var lines = text.Replace("\r\n", "\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            file.Take(i + 1, lines[i].TrimStart('\uFEFF'));
        }

        return file;
    }

    private void Take(int number, string line)
    {
        var text = line.Trim(' ', '\t');
        if (text.Length > 0 && text[0] == '#')
        {
            _comment.Add(text.TrimStart('#').Trim());
            return;
        }

        if (text.Length > 0)
        {
            if (CrontabVariable.TryRead(text, out var variable))
            {
                _environment.RemoveAll(pair => pair.Key == variable.Key);
                _environment.Add(variable);
                SettingCount++;
            }
            else
            {
                TakeEntry(number, line, text);
            }
        }

        _comment.Clear();
    }

    private void TakeEntry(int number, string line, string text)
    {
        var rest = text;
        var time = text[0] == '@' ? Word(ref rest) : string.Join(" ", Enumerable.Range(0, 5).Select(_ => Word(ref rest)).Where(word => word.Length > 0));
        try
        {
            UnixCronExpression.Parse(time);
        }
        catch (ScheduleSyntaxException error)
        {
            _faults.Add(new CrontabFault(number, line, error.Message));
            return;
        }

        var user = _format == CrontabFormat.System ? Word(ref rest) : null;
        if (rest.Length == 0)
        {
            _faults.Add(new CrontabFault(number, line, user is null
                ? "The command is missing. Write it behind the five fields."
                : "The user or the command is missing. In a system crontab a user's name stands before the command; a user's own has the form User."));
            return;
        }

        var (command, input) = CrontabCommand.Split(rest);
        _entries.Add(new CrontabEntry
        {
            LineNumber = number,
            Line = line,
            Time = time,
            User = user,
            Command = command,
            StandardInput = input,
            Environment = _environment.ToArray(),
            Comment = _comment.Count == 0 ? null : string.Join("\n", _comment).Trim(),
        });
    }

    private static string Word(ref string rest)
    {
        var end = rest.IndexOfAny(new[] { ' ', '\t' });
        var word = end < 0 ? rest : rest.Substring(0, end);
        rest = end < 0 ? "" : rest.Substring(end).TrimStart(' ', '\t');
        return word;
    }
}
