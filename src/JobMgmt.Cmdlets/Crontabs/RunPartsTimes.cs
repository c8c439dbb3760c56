using System.Globalization;
using System.IO;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>When the scripts of /etc/cron.daily and the like run: as the crontab beside the directory says, else as Debian's does.</summary>
internal static class RunPartsTimes
{
    private static readonly Dictionary<string, string> Debian = new(StringComparer.Ordinal)
    {
        ["cron.hourly"] = "17 * * * *",
        ["cron.daily"] = "25 6 * * *",
        ["cron.weekly"] = "47 6 * * 7",
        ["cron.monthly"] = "52 6 1 * *",
    };

    /// <summary>Whether a directory of that name is one that run-parts runs.</summary>
    public static bool IsFolder(string name) => Debian.ContainsKey(name);

    /// <summary>The line that runs a directory's scripts, and what there is to know of it.</summary>
    public static (CrontabEntry Entry, string Note) Of(string folder)
    {
        string crontab = Path.Combine(Path.GetDirectoryName(folder) ?? "/", "crontab");
        CrontabEntry? line = File.Exists(crontab)
            ? CrontabFile.Read(File.ReadAllText(crontab), CrontabFormat.System).Entries.FirstOrDefault(entry => entry.Command.Contains("run-parts") && entry.Command.Split(' ', '}', ')', ';').Contains(folder))
            : null;
        if (line is not null)
        {
            return (line, string.Format(CultureInfo.InvariantCulture, "Line {0} of {1} runs these scripts: convert it or the directory, not both.", line.LineNumber, crontab));
        }

        string time = Debian[Path.GetFileName(folder)];
        return (
            new CrontabEntry { LineNumber = 0, Line = $"{time} root run-parts {folder}", Time = time, User = "root", Command = $"run-parts {folder}" },
            $"{crontab} does not say when: the time is Debian's, {time}.");
    }
}
