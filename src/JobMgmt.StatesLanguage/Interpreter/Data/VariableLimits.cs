using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>
/// AWS's limits on variables: 256 KiB for one, and for all that one Assign sets; 10 MiB for all that a scope sees. Over them the execution
/// ends as it does over an output too large; AWS's words for it are not known.
/// </summary>
internal static class VariableLimits
{
    private const int TotalBytes = 10 * 1024 * 1024;
    private const int CertainlyFits = TotalBytes / Limits.PayloadBytes;

    /// <summary>The branch's variables with the assigned ones among them.</summary>
    public static VariableScope Assign(BranchPosition branch, JsonObject assigned)
    {
        if (Bytes(assigned) > Limits.PayloadBytes)
        {
            throw TooLarge(branch, "The variables that the state assigns exceed the maximum of 262144 bytes.");
        }

        var variables = branch.Variables.With(assigned);
        return variables.Count <= CertainlyFits || Bytes(variables.Values) <= TotalBytes
            ? variables
            : throw TooLarge(branch, $"The variables of the execution exceed the maximum of {TotalBytes} bytes.");
    }

    private static long Bytes(JsonObject variables)
    {
        var sum = 0L;
        for (var i = 0; i < variables.Count; i++)
        {
            sum += variables[i].Value is JsonNumber number ? number.Text.Length : Encoding.UTF8.GetByteCount(variables[i].Value.ToString());
        }

        return sum;
    }

    private static ExecutionFault TooLarge(BranchPosition branch, string what) =>
        new(ErrorNames.DataLimitExceeded, $"An error occurred while executing the state '{branch.StateName}' (entered at the event id #{branch.EnteredEventId}). {what}", branch.LastEventId);
}
