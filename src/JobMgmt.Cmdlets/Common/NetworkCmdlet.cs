using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Common;

/// <summary>A cmdlet that takes networks by name, exact or as patterns.</summary>
public abstract class NetworkCmdlet : JobMgmtCmdlet
{
    /// <summary>
    /// The runs given by ARN. From the pipeline an object without a run is passed over (Get-JobNetworkStatus writes one for a network that
    /// never ran); given by name, nothing is a mistake of the caller's.
    /// </summary>
    private protected IReadOnlyList<string> GivenRuns(string[]? arns)
    {
        string[] given = (arns ?? []).Where(a => !string.IsNullOrEmpty(a)).ToArray();
        return given.Length > 0 || MyInvocation.ExpectingInput ? given : throw new CmdletFailure(JobNetworkRunErrors.NoRunGiven());
    }

    /// <summary>The files that a path means. Of what a pattern finds, folders are passed over.</summary>
    /// <exception cref="CmdletFailure">There is none.</exception>
    private protected async Task<IReadOnlyList<string>> ExpandFilesAsync(string path, bool patterns)
    {
        IReadOnlyList<string> files = patterns ? await ExpandPathAsync(path).ConfigureAwait(false) : [ResolvePath(path)];
        files = patterns && WildcardPattern.ContainsWildcardCharacters(path) ? files.Where(file => !System.IO.Directory.Exists(file)).ToArray() : files;
        return files.Count > 0 ? files : throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileNotFound(path));
    }

    /// <summary>
    /// The names of the networks that fit, each once; an exact name that no network has is written as an error. Exact names are not looked
    /// up: what is done with them finds out.
    /// </summary>
    private protected async Task<IReadOnlyList<string>> ResolveAsync(
        JobMgmtSession session, RunJobStackNames stack, IReadOnlyCollection<string>? wanted, CancellationToken cancellationToken)
    {
        var patterns = new WildcardNames(wanted);
        if (patterns.AllExact)
        {
            return patterns.Texts.Distinct(StringComparer.Ordinal).ToArray();
        }

        string[] all = (await new NetworkDirectory(session, stack).ListAsync(cancellationToken).ConfigureAwait(false)).Select(n => n.Name).ToArray();
        foreach (string missing in patterns.Unmatched(all))
        {
            await WriteErrorAsync(JobNetworkErrors.NetworkNotFound(missing)).ConfigureAwait(false);
        }

        return all.Where(patterns.Match).ToArray();
    }
}
