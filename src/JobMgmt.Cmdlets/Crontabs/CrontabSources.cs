using System.IO;
using System.Text.RegularExpressions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>Finds crontabs where cron looks for them: single files, cron.d, the spool of users' crontabs, and the directories of run-parts.</summary>
/// <param name="format">The form that the user said.</param>
/// <param name="warn">Told of files that cron or run-parts pass over.</param>
internal sealed class CrontabSources(CrontabFileFormat format, Action<string> warn)
{
    // Of other files cron and run-parts think that an editor or a package manager has left them.
    private static readonly Regex NameOfCron = new("^[A-Za-z0-9_-]+\\z", RegexOptions.CultureInvariant);
    private static readonly string[] Spools = ["crontabs", "tabs", "cron"];

    /// <summary>What a path stands for.</summary>
    public IEnumerable<CrontabSource> Of(string path)
    {
        if (!Directory.Exists(path))
        {
            return [File(path)];
        }

        string name = System.IO.Path.GetFileName(path.TrimEnd('/', '\\'));
        string[] files = Directory.GetFiles(path).OrderBy(file => file, StringComparer.Ordinal).Where(IsTaken).ToArray();
        return RunPartsTimes.IsFolder(name)
            ? [new CrontabSource(path.TrimEnd('/', '\\'), CrontabFormat.System, Scripts: [.. files.Select(System.IO.Path.GetFileName)])]
            : files.Select(File);
    }

    private CrontabSource File(string path)
    {
        string folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path) ?? "");
        string name = System.IO.Path.GetFileName(path);
        bool isSystem = format == CrontabFileFormat.System || (format == CrontabFileFormat.Auto && (folder == "cron.d" || (folder == "etc" && name == "crontab")));
        return new CrontabSource(path, isSystem ? CrontabFormat.System : CrontabFormat.User, Spools.Contains(folder) ? name : null);
    }

    private bool IsTaken(string file)
    {
        bool taken = NameOfCron.IsMatch(System.IO.Path.GetFileName(file));
        if (!taken)
        {
            warn($"'{file}' is passed over, as cron does: its name has other characters than letters, digits, _ and -.");
        }

        return taken;
    }
}
