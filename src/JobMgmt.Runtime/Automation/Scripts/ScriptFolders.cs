using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>Where the folders of script steps are: <c>automation/AUTOMATION/STEP-ATTEMPT</c> in the data folder.</summary>
internal sealed class ScriptFolders(DataFolder data)
{
    private readonly string _root = data.In("automation");

    public ScriptFolder Of(string automationId, string stepExecutionId, int attempt) =>
        new(Path.Combine(_root, automationId, FormattableString.Invariant($"{stepExecutionId}-{attempt}")));

    /// <summary>Clears away what automations that have ended left behind: the runtime was killed between an end and its tidying up.</summary>
    public void DeleteAllBut(IReadOnlyCollection<string> automationIds)
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(_root).Where(folder => !automationIds.Contains(Path.GetFileName(folder))))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
