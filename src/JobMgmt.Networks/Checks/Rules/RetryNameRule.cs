using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Retriers of jobs that name an error which the job can't fail with: a slip of the pen, by which the job is never tried again.</summary>
internal sealed class RetryNameRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All().Where(state => state.IsJob))
        {
            // What only a run knows may be any name.
            if (state.Input is null || state.Input.Contains("ErrorNames.$") || state.Input["ErrorNames"] is not (null or JsonObject))
            {
                continue;
            }

            var own = (state.Input["ErrorNames"] as JsonObject ?? JsonObject.Empty).Select(member => member.Value).OfType<JsonString>().Select(name => name.Value).ToArray();
            if (own.Any(CheckedState.IsExpression))
            {
                continue;
            }

            foreach (var handler in state.Handlers("Retry"))
            {
                foreach (var name in handler.Errors.Where(name => !IsAws(name) && !own.Contains(name, StringComparer.Ordinal) && !JobErrors.OfRunJob.Contains(name)))
                {
                    var meant = own.Concat(JobErrors.OfRunJob).FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
                    findings.Warning(
                        NetworkCodes.RetryNameUnknown,
                        handler.Location,
                        $"Job '{state.Name}' never fails with '{name}', so this retry is never made. "
                        + (meant is null ? "Name the error by its exit code (ErrorName), or retry ExecutionFailed." : $"The error is called '{meant}'."));
                }
            }
        }
    }

    // States.…, and what a service is the cause of: StepFunctions.ThrottlingException.
    private static bool IsAws(string name) => name.IndexOf('.') > 0 || CheckedState.IsExpression(name);
}
