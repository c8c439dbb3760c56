using System.IO;
using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>
/// Compares what is generated with a file that a person has read. JOBMGMT_UPDATE_GOLDEN=1 writes the files anew; the change is then reviewed
/// like code.
/// </summary>
internal static class Golden
{
    internal static void AssertSame(string name, JsonValue actual, [CallerFilePath] string from = "")
    {
        AssertSame(name, actual.ToIndentedString() + "\n", from);
    }

    internal static void AssertSame(string name, string text, [CallerFilePath] string from = "")
    {
        if (Environment.GetEnvironmentVariable("JOBMGMT_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(from)!, "..", "Cases", "golden", name), text);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "golden", name)).ReplaceLineEndings("\n"), text);
    }
}
