using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Definitions;

/// <summary>What RunJob takes as exit codes and as error names.</summary>
internal static class ExitCodeRules
{
    // For 194 the SSM agent reboots the node and runs the job again, so RunJob makes 1 of it.
    private const int Reboot = 194;
    private const string Fix = "Give exit codes from 0 to 255, without 194, for which the SSM agent would reboot the worker.";

    private static readonly Regex Error = new("^[^{}\\x00-\\x1f]{1,256}\\z", RegexOptions.CultureInvariant);

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        if (job.SuccessExitCode is { Count: 0 })
        {
            fault("SuccessExitCode", "With no exit code the job could never succeed.", "Name at least one, or leave it out: 0 alone is success.");
        }

        foreach (var code in (job.SuccessExitCode ?? Array.Empty<int>()).Where(code => !IsExitCode(code)))
        {
            fault("SuccessExitCode", $"{Text(code)} is no exit code that a job can end with.", Fix);
        }

        foreach (var pair in job.ErrorName ?? new Dictionary<int, string>())
        {
            if (!IsExitCode(pair.Key))
            {
                fault("ErrorName", $"{Text(pair.Key)} is no exit code that a job can end with.", Fix);
            }
            else if ((job.SuccessExitCode ?? new[] { 0 }).Contains(pair.Key))
            {
                fault("ErrorName." + Text(pair.Key), $"Exit code {Text(pair.Key)} is success, so it never becomes an error.", "Leave it out here or in SuccessExitCode.");
            }

            if (pair.Value is null || !Error.IsMatch(pair.Value) || pair.Value.StartsWith("States.", StringComparison.Ordinal))
            {
                fault("ErrorName." + Text(pair.Key), $"'{pair.Value}' is no name for an error.", "Use 1 to 256 characters without braces that don't begin with 'States.', such as Temporary.");
            }
        }
    }

    private static bool IsExitCode(int code) => code is >= 0 and <= 255 and not Reboot;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
