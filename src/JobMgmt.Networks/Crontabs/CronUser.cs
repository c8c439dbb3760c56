using System.Text.RegularExpressions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>
/// Whether a crontab that was given as a user's own looks like the system's, with a user's name before each command. It is told and not acted on: a program may be called as a user is, and its line would run as somebody else.
/// </summary>
internal static class CronUser
{
    private const string Root = "root";

    private static readonly char[] Blanks = [' ', '\t'];
    private static readonly Regex Name = new("^[a-z_][a-z0-9_-]{0,31}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Place = new("^[/.~$\\[({\"']", RegexOptions.CultureInvariant);

    /// <summary>Programs that crontabs call without their folders, so that they are no users.</summary>
    private static readonly HashSet<string> Programs = new(
        ("apt-get aws awk az borg cat certbot chgrp chmod chown cmp cp curl cut date dd df diff dnf docker du echo find gcloud git grep gunzip gzip head kill killall kubectl ln logger logrotate ls mail mailx make "
        + "mkdir mongodump mv mysql mysqldump pg_dump pg_dumpall pkill podman printf psql pwsh rclone redis-cli restic rm rmdir rsync run-parts savelog scp sed service sftp sort split ssh stat sync systemctl tail tar tee "
        + "touch truncate unzip updatedb wc wget xargs xz yum zip").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The line's word that may be a user's name; null: none is.</summary>
    /// <param name="entry">A line of a user's own crontab.</param>
    /// <param name="all">All of its lines: where it is the system's, each has a user.</param>
    internal static string? Find(CrontabEntry entry, IReadOnlyList<CrontabEntry> all) =>
        entry.User is null && Word(entry) is { } word && (word == Root || all.All(one => Word(one) is not null)) ? word : null;

    // root is no program, so what stands behind it need not look like one.
    private static string? Word(CrontabEntry entry)
    {
        var words = entry.Command.Split(Blanks, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && (words[0] == Root || (Name.IsMatch(words[0]) && !IsProgram(words[0]) && (Place.IsMatch(words[1]) || IsProgram(words[1])))) ? words[0] : null;
    }

    private static bool IsProgram(string word) => Programs.Contains(word) || CronJobName.IsKnown(word);
}
