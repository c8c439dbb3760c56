using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the jobs of the network that was named before; behind <c>load/</c> those of the network that this job is.</summary>
internal class JobNameCompleter : TargetCompleter
{
    // A network may be a job of itself by way of others, where it was written by hand.
    private const int Deepest = 5;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
    {
        var found = new List<(string Name, string ToolTip)>();
        if (Network(bound) is { } network)
        {
            await AddAsync(new NetworkDirectory(session, await NamesAsync(session, cancellationToken).ConfigureAwait(false)), network, "", found, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private static async Task AddAsync(NetworkDirectory directory, string network, string lead, List<(string Name, string ToolTip)> found, CancellationToken cancellationToken)
    {
        if (await directory.ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false) is not { } definition)
        {
            return;
        }

        foreach (JobDefinition job in NetworkDirectory.ReadJobs(definition))
        {
            found.Add((lead + job.Name, job.Network is { } child ? $"the network {child}" : job.Description ?? job.Command.FirstOrDefault(line => line.Length > 0) ?? job.Name));
            if (job.Network is { } nested && lead.Count(letter => letter == '/') < Deepest)
            {
                await AddAsync(directory, nested, $"{lead}{job.Name}/", found, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
