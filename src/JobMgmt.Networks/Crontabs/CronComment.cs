using System.Text.RegularExpressions;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Crontab;
using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Networks.Crontabs;

/// <summary>The comment above a crontab's line as a description: the last paragraph, without the legend of the fields that crontabs begin with, and without lines that are turned off.</summary>
internal static class CronComment
{
    private static readonly Regex Legend = new("^(m\\s+h\\s+dom\\s+mon\\s+dow\\b.*|Example of job definition:|\\.-.*|\\|.*|\\*\\s+\\*\\s+\\*\\s+\\*\\s+\\*.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    internal static string Description(CrontabEntry entry)
    {
        var lines = (entry.Comment ?? "").Split('\n').Select(line => line.Trim());
        var paragraph = lines.Reverse().SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).Reverse();
        var comment = string.Join(" ", paragraph.Where(line => !Legend.IsMatch(line) && !IsLine(line)));
        return comment.Length == 0 ? $"cron: {entry.Line.Trim()}" : $"{comment} (cron: {entry.Line.Trim()})";
    }

    private static bool IsLine(string text)
    {
        try
        {
            var words = text.Split(new[] { ' ', '\t' }, StringSplitOptions.RemoveEmptyEntries);
            UnixCronExpression.Parse(text[0] == '@' ? words[0] : string.Join(" ", words.Take(5)));
            return words.Length > (text[0] == '@' ? 1 : 5);
        }
        catch (ScheduleSyntaxException)
        {
            return false;
        }
    }
}
