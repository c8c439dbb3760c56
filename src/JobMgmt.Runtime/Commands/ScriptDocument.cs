namespace JobMgmt.Runtime.Commands;

/// <summary>The AWS-owned documents that run a script.</summary>
/// <param name="Name">The document's name.</param>
/// <param name="Plugin">The plugin that its one step uses, as the API shows it.</param>
/// <param name="LogName">The plugin's part of a log stream's name.</param>
/// <param name="ScriptName">The script file, as the agent names it.</param>
/// <param name="Program">What runs the script.</param>
internal sealed record ScriptDocument(string Name, string Plugin, string LogName, string ScriptName, string Program)
{
    private static readonly ScriptDocument[] _all =
    [
        new("AWS-RunShellScript", "aws:runShellScript", "aws-runShellScript", "_script.sh", "sh"),
        new("AWS-RunPowerShellScript", "aws:runPowerShellScript", "aws-runPowerShellScript", "_script.ps1", "pwsh"),
    ];

    /// <summary>The one of that name, or null.</summary>
    public static ScriptDocument? Find(string name) => Array.Find(_all, document => document.Name == name);

    /// <summary>The program's arguments for a script.</summary>
    public IReadOnlyList<string> Arguments(string script) =>
        Program == "sh"
            ? ["-c", $"'{script.Replace("'", "'\\''", StringComparison.Ordinal)}'"]
            : ["-NoLogo", "-NoProfile", "-NonInteractive", "-File", script];
}
