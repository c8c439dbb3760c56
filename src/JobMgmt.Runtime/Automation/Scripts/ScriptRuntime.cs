using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>A script runtime that a document names: <c>python3.11</c>, <c>PowerShell 7.4</c>.</summary>
/// <param name="Name">As the document has it.</param>
/// <param name="IsPython">Else PowerShell.</param>
/// <param name="Warning">Why AWS refuses it today, or null.</param>
internal sealed partial record ScriptRuntime(string Name, bool IsPython, string? Warning)
{
    private const int OldestPythonOnAws = 10;

    /// <summary>The runtime of that name, or null where there is none.</summary>
    public static ScriptRuntime? Find(string name)
    {
        var python = Python().Match(name);
        if (python.Success)
        {
            var minor = int.Parse(python.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return minor < 6 ? null : new ScriptRuntime(name, true, minor >= OldestPythonOnAws ? null
                : $"AWS has refused the runtime {name} since 2025-09-10: documents that name it can't be created or run there. It runs here with the python3 on PATH. "
                  + "Name python3.11 before you move to AWS.");
        }

        return PowerShell().IsMatch(name) ? new ScriptRuntime(name, false, null) : null;
    }

    [GeneratedRegex(@"^python3\.([0-9]{1,2})$")]
    private static partial Regex Python();

    [GeneratedRegex(@"^PowerShell (Core 6\.0|7\.[0-9]{1,2})$")]
    private static partial Regex PowerShell();
}
