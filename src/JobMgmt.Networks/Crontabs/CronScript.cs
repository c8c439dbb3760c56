using System.Text.RegularExpressions;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>
/// A crontab's line as a job whose script does what cron does: as the line's user, in his home directory, with cron's variables, it hands the command to the crontab's shell.
/// The worker's other variables stay: the network's parameters and secrets are among them.
/// </summary>
internal static class CronScript
{
    private const string Path = "PATH";
    private const string Shell = "SHELL";
    private const string Home = "HOME";
    private const string LogName = "LOGNAME";
    private const string User = "USER";

    private static readonly Regex UserName = new("^[A-Za-z0-9_][A-Za-z0-9_.-]*\\z", RegexOptions.CultureInvariant);

    internal static bool IsUser(string name) => UserName.IsMatch(name);

    internal static JobDefinition Job(string name, CrontabEntry entry, string user)
    {
        // cron does not let LOGNAME be set
        var set = entry.Environment.Where(pair => pair.Key != LogName).ToArray();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [Path] = "/usr/bin:/bin", [Shell] = "/bin/sh" };
        foreach (var pair in set.Where(IsOfJob))
        {
            environment[pair.Key] = pair.Value;
        }

        return new JobDefinition
        {
            Name = name,
            Command = Lines(entry, user, environment, set.Where(pair => !IsOfJob(pair))).ToArray(),
            Environment = environment,
            ExecutionTimeout = JobDefinition.MaxExecutionTimeout,
        };
    }

    /// <summary>What there is to know of the variables above the line.</summary>
    internal static IEnumerable<string> SettingNotes(CrontabEntry entry)
    {
        if (entry.Variable(LogName) is not null)
        {
            yield return "LOGNAME stays the user's name: cron does not let it be set.";
        }
    }

    /// <summary>What there is to know of the line, which is one of a whole crontab.</summary>
    internal static IEnumerable<string> Notes(CrontabEntry entry, IReadOnlyList<CrontabEntry> all)
    {
        if (CronUser.Find(entry, all) is { } word)
        {
            yield return $"The command begins with '{word}', as lines of a system crontab do with their user. If it is one, give -Format System.";
        }
    }

    private static IEnumerable<string> Lines(CrontabEntry entry, string user, Dictionary<string, string> environment, IEnumerable<KeyValuePair<string, string>> others)
    {
        // What the script itself calls must not depend on the crontab's PATH; the command gets that back.
        yield return "cron_path=$PATH";
        yield return "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
        if (!environment.ContainsKey(Home))
        {
            yield return $"HOME=~{user}";
        }

        yield return "cd \"$HOME\" 2>/dev/null || cd /";

        // runuser sets these for the user, whatever the crontab says, so env comes after it.
        var words = new[] { "PATH=\"$cron_path\"", "HOME=\"$HOME\"", "SHELL=\"$SHELL\"", $"LOGNAME={user}", environment.ContainsKey(User) ? "USER=\"$USER\"" : $"USER={user}" }
            .Concat(others.Select(pair => ShellText.Quote($"{pair.Key}={pair.Value}")));
        yield return $"set -- env {string.Join(" ", words)} \"$SHELL\" -c {ShellText.Quote(entry.Command)}";
        yield return $"[ \"$(id -un)\" = {user} ] || set -- runuser -u {user} -- \"$@\"";
        if (string.IsNullOrEmpty(entry.StandardInput))
        {
            yield return "exec \"$@\" </dev/null";
            yield break;
        }

        // The here-document has one line, the variable, so nothing of the input can end it.
        var input = entry.StandardInput!;
        foreach (var line in $"cron_input={ShellText.Quote(input.Substring(0, input.Length - 1))}".Split('\n'))
        {
            yield return line;
        }

        yield return "exec \"$@\" <<END";
        yield return "$cron_input";
        yield return "END";
    }

    // What a job's environment can't say stands in the script: odd names, and texts that would be taken for an expression.
    private static bool IsOfJob(KeyValuePair<string, string> pair) => EnvironmentRules.IsVariable(pair.Key) && !NetworkExpression.IsIn(pair.Value);
}
