using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Definitions;

/// <summary>What RunJob takes as a job's environment and secrets.</summary>
internal static class EnvironmentRules
{
    internal const string NameFix = "Use letters, digits and _, no digit first; not JOBMGMT_..., nor one of the shell's own such as UID.";

    private static readonly Regex Variable = new("^[A-Za-z_][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Taken = new("^(JOBMGMT_.*|BASHOPTS|BASH_VERSINFO|EUID|PPID|SHELLOPTS|UID)\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Parameter = new("^[A-Za-z0-9_.:/-]{1,1011}\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a job may have a variable of that name. The shell refuses to set its own, and ours say which run it is.</summary>
    internal static bool IsVariable(string name) => Variable.IsMatch(name) && !Taken.IsMatch(name);

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        foreach (var (name, value) in Pairs(job.Environment))
        {
            if (!IsVariable(name))
            {
                fault("Environment", $"'{name}' is no variable that a job may have.", NameFix);
            }

            if (value is null || value.IndexOf('\0') >= 0)
            {
                fault("Environment." + name, "No variable can hold a NUL character, or nothing.", "Take it out; an empty text is a value.");
            }
        }

        foreach (var (name, parameter) in Pairs(job.Secret))
        {
            if (!IsVariable(name))
            {
                fault("Secret", $"'{name}' is no variable that a job may have.", NameFix);
            }

            if (parameter is null || !Parameter.IsMatch(parameter))
            {
                fault("Secret." + name, $"'{parameter}' is no name of an SSM parameter.", "Give the parameter's name, such as /batch/password; the value stays in the parameter.");
            }

            if (job.Environment?.ContainsKey(name) == true)
            {
                fault("Secret." + name, $"{name} is in the environment as well.", "Leave it out in one of the two.");
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Pairs(IReadOnlyDictionary<string, string>? map) =>
        map is null ? Array.Empty<(string, string?)>() : map.Select(pair => (pair.Key, (string?)pair.Value));
}
