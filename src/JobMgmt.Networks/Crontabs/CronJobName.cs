using System.Text.RegularExpressions;
using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Crontabs;

/// <summary>A name for a command that a reader knows it by: its program's, or its script's.</summary>
internal static class CronJobName
{
    private const int MaxLength = 40;

    private static readonly Regex Separators = new("&&|\\|\\||[;|(){}&\\n]|(?:^|\\s)(?:then|do|else|if|while)(?=\\s)", RegexOptions.CultureInvariant);
    private static readonly Regex Inline = new("\\s-e\\s+('[^']*'|\"[^\"]*\")", RegexOptions.CultureInvariant);
    private static readonly Regex Assignment = new("^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.CultureInvariant);
    private static readonly Regex Amount = new("^[0-9.]+[smhd]?$", RegexOptions.CultureInvariant);
    private static readonly Regex Extension = new("\\.(sh|bash|ksh|zsh|py|pl|rb|php|js|mjs|ps1|jar|R|exe|bin)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex NotOfName = new("[^\\p{L}\\p{Nd}._-]+", RegexOptions.CultureInvariant);
    private static readonly Regex Interpreter = new("^(sh|bash|dash|ksh|zsh|python[0-9.]*|perl|ruby|php[0-9.]*|node|java|pwsh|Rscript)$", RegexOptions.CultureInvariant);

    /// <summary>Programs that run another one, which says more.</summary>
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "sudo", "nice", "ionice", "env", "exec", "nohup", "time", "timeout", "flock", "command", "chronic", "chrt", "taskset", "setsid", "systemd-cat", "systemd-run", "stdbuf", "!",
    };

    /// <summary>Commands that prepare for another one.</summary>
    private static readonly HashSet<string> Preparations = new(StringComparer.Ordinal) { "cd", "test", "[", "[[", "sleep", "export", "set", "umask", "ulimit", ".", "source", "true", ":", "command", "fi", "done" };

    /// <summary>The name.</summary>
    internal static string Of(string command)
    {
        var parts = Separators.Split(Inline.Replace(command, "")).Select(Program);
        return parts.FirstOrDefault(name => name is { Length: > 0 }) ?? Plain(command.Split(new[] { ' ', '\t' }, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
    }

    /// <summary>Whether a word is a program that is known not to say what a line is for.</summary>
    internal static bool IsKnown(string word) => Wrappers.Contains(word) || Preparations.Contains(word) || Interpreter.IsMatch(word);

    /// <summary>A name as that of a job: the compiled network has states of its own.</summary>
    internal static string Job(string name) => NetworkStateNames.IsReserved(name) ? name + "-job" : name;

    /// <summary>A path's last part, of characters that names may have.</summary>
    internal static string Plain(string path)
    {
        var name = path.TrimEnd('/');
        name = Extension.Replace(name.Substring(name.LastIndexOf('/') + 1), "");
        name = NotOfName.Replace(name, "-").Trim('-', '.');
        name = name.Length > MaxLength ? name.Substring(0, MaxLength).TrimEnd('-', '.') : name;
        return name.Length == 0 ? "job" : name;
    }

    private static string? Program(string part)
    {
        var words = part.Split(new[] { ' ', '\t' }, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\'')).Where(word => word.Length > 0).ToArray();
        string? wrapper = null;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var name = word.Substring(word.LastIndexOf('/') + 1);
            if (Assignment.IsMatch(word) || (wrapper is not null && (word[0] == '-' || Amount.IsMatch(word))))
            {
                continue;
            }

            if (wrapper == "flock" && i + 1 < words.Length)
            {
                wrapper = ""; // the lock's file
            }
            else if (Wrappers.Contains(name))
            {
                wrapper = name;
            }
            else if (word[0] is '>' or '<' || Preparations.Contains(name))
            {
                return null;
            }
            else if (name == "run-parts")
            {
                return Plain(words[words.Length - 1]);
            }
            else if (Interpreter.IsMatch(name))
            {
                return Array.Find(words.Skip(i + 1).ToArray(), next => next[0] is not ('-' or '>' or '<' or '$')) is { } script ? Plain(script) : null;
            }
            else
            {
                return Plain(word);
            }
        }

        return null;
    }
}
