using System.Globalization;
using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Commands;

/// <summary>
/// What a node does for a command, as the SSM Agent does it: the commands become a script file, which <c>sh -c</c> executes (so a first line <c>#!</c> names another
/// interpreter) or pwsh runs.
/// </summary>
/// <param name="Document">The document: one of <see cref="ScriptDocument"/>.</param>
/// <param name="Commands">The lines.</param>
/// <param name="WorkingDirectory">As given; empty and relative ones are not used.</param>
/// <param name="Timeout">After which the agent kills it.</param>
internal sealed record ScriptPlan(ScriptDocument Document, IReadOnlyList<string> Commands, string WorkingDirectory, TimeSpan Timeout)
{
    private const int DefaultTimeout = 3600;

    public static ScriptPlan Of(CommandRecord command)
    {
        var parameters = command.Request["Parameters"] as JsonObject ?? JsonObject.Empty;
        return new ScriptPlan(
            ScriptDocument.Find(command.DocumentName)!,
            Values(parameters, "commands"),
            Values(parameters, "workingDirectory").FirstOrDefault("").Trim(),
            ExecutionTimeout(parameters));
    }

    /// <summary>The agent's rule: what is not a number from 5 to 172800 silently becomes 3600 seconds.</summary>
    public static TimeSpan ExecutionTimeout(JsonObject parameters) => TimeSpan.FromSeconds(
        int.TryParse(Values(parameters, "executionTimeout").FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 5 and <= 172800 ? seconds : DefaultTimeout);

    /// <summary>The process.</summary>
    /// <param name="folder">The invocation's folder, in which the script has a folder to run in, unless it asks for an absolute one.</param>
    /// <param name="environment">The variables that the agent sets.</param>
    public ProcessSpec ToProcess(string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var script = Path.Combine(folder, Document.ScriptName);
        var process = new ProcessSpec
        {
            Folder = folder,
            FileName = Document.Program,
            Arguments = Document.Arguments(script),
            Files = new Dictionary<string, string> { [Document.ScriptName] = string.Join('\n', Commands) + "\n" },
            Environment = environment,
            Timeout = Timeout,
        };
        return process with { WorkingDirectory = Path.IsPathRooted(WorkingDirectory) ? WorkingDirectory : process.OwnWorkingDirectory };
    }

    private static string[] Values(JsonObject parameters, string name) =>
        parameters[name] is JsonArray list ? [.. list.OfType<JsonString>().Select(item => item.Value)] : [];
}
