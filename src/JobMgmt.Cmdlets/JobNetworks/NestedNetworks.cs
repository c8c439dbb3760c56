using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Looks on the target for the networks that jobs of others are.</summary>
internal sealed class NestedNetworks(JobMgmtSession session, RunJobStackNames names)
{
    private readonly NetworkDirectory _directory = new(session, names);
    private readonly Dictionary<string, IReadOnlyList<string>?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JobNetwork> _made = new(StringComparer.Ordinal); // by JobMgmt: of others nobody knows what they take

    /// <summary>What keeps a network from being deployed: one that a job of it is is missing, or has the network itself among its jobs, at whatever depth.</summary>
    /// <param name="network">The network.</param>
    /// <param name="others">Networks that are deployed with it: what they are there for the target does not decide.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The fault with its remedy; null: there is none.</returns>
    public async Task<string?> FindFaultAsync(JobNetwork network, IReadOnlyCollection<JobNetwork> others, CancellationToken cancellationToken)
    {
        foreach (JobNetwork other in others)
        {
            _known[other.Name] = Nested(other.Jobs);
            _made[other.Name] = other;
        }

        foreach (JobDefinition job in network.Jobs.Where(job => job.Network is not null))
        {
            if (await JobsAsync(job.Network!, cancellationToken).ConfigureAwait(false) is null)
            {
                return $"Its job '{job.Name}' is the job network '{job.Network}', which is not there. Deploy that one first.";
            }

            if (await FindCircleAsync([network.Name, job.Network!], cancellationToken).ConfigureAwait(false) is { } circle)
            {
                return $"The networks would start each other in a circle, without an end: {string.Join(" starts ", circle.Select(name => $"'{name}'"))}. Take one of these jobs away.";
            }
        }

        return null;
    }

    /// <summary>In what the jobs of a network that are networks do not fit those. It is asked after <see cref="FindFaultAsync"/> has found nothing, which has read them all.</summary>
    public IReadOnlyList<NetworkFault> FindMisfits(JobNetwork network) =>
        NestedFit.Find(network, name => _made.TryGetValue(name, out JobNetwork? made) ? made : null).Select(misfit => misfit.Fault).ToArray();

    /// <summary>What networks on the target do not fit any more once networks that are jobs of theirs have changed: their runs would fail there, or wait for themselves.</summary>
    /// <param name="changed">The networks as they are and as they will be. Of those that take what they took before, nobody is asked.</param>
    /// <param name="checkedAlready">Networks that have been looked at.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<string>> FindParentMisfitsAsync(
        IReadOnlyCollection<(JobNetwork Before, JobNetwork Now)> changed, IReadOnlyCollection<string> checkedAlready, CancellationToken cancellationToken)
    {
        foreach ((_, JobNetwork now) in changed)
        {
            _made[now.Name] = now;
        }

        var others = new HashSet<string>(changed.Where(one => !TakesTheSame(one.Before, one.Now)).Select(one => one.Now.Name), StringComparer.Ordinal);
        var found = new List<string>();
        foreach ((string name, _) in others.Count == 0 ? [] : await _directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!checkedAlready.Contains(name, StringComparer.Ordinal) && (await JobsAsync(name, cancellationToken).ConfigureAwait(false) ?? []).Any(others.Contains) && _made.TryGetValue(name, out JobNetwork? parent))
            {
                found.AddRange(FindMisfits(parent).Select(misfit => $"The job network '{name}' does not fit any more: {misfit}"));
            }
        }

        return found;
    }

    private static bool TakesTheSame(JobNetwork before, JobNetwork now) =>
        Parameters(before).SetEquals(Parameters(now)) && Locks(before).SetEquals(Locks(now));

    private static HashSet<(string Name, bool IsNeeded)> Parameters(JobNetwork network) =>
        [.. (network.Parameter ?? new Dictionary<string, string?>()).Select(parameter => (parameter.Key, parameter.Value is null))];

    private static HashSet<(string? Lock, int Slots)> Locks(JobNetwork network) => [.. network.Jobs.Where(job => job.Lock is not null).Select(job => (job.Lock, job.Slots))];

    /// <summary>Of some networks those that are jobs of others that stay, with the names of these.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> FindUsersAsync(IReadOnlyCollection<string> removed, CancellationToken cancellationToken)
    {
        var users = new List<(string Nested, string User)>();
        foreach ((string name, _) in await _directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!removed.Contains(name, StringComparer.Ordinal))
            {
                users.AddRange((await JobsAsync(name, cancellationToken).ConfigureAwait(false) ?? []).Where(one => removed.Contains(one, StringComparer.Ordinal)).Select(one => (one, name)));
            }
        }

        return users.GroupBy(use => use.Nested, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(use => use.User).ToArray(), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string>?> FindCircleAsync(IReadOnlyList<string> way, CancellationToken cancellationToken)
    {
        foreach (string next in await JobsAsync(way[way.Count - 1], cancellationToken).ConfigureAwait(false) ?? [])
        {
            // A circle that the network is not in is not its fault.
            IReadOnlyList<string>? found = next == way[0] ? [.. way, next]
                : way.Contains(next, StringComparer.Ordinal) ? null
                : await FindCircleAsync([.. way, next], cancellationToken).ConfigureAwait(false);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    // The networks that jobs of a network are; null where there is no such network.
    private async Task<IReadOnlyList<string>?> JobsAsync(string network, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(network, out IReadOnlyList<string>? nested))
        {
            string? definition = await _directory.ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false);
            nested = definition is null ? null : Nested(NetworkDirectory.ReadJobs(definition));
            _known[network] = nested;
            if (NetworkReader.CanContinue(definition) && NetworkDirectory.Read(definition!, network) is { } made)
            {
                _made[network] = made;
            }
        }

        return nested;
    }

    private static IReadOnlyList<string> Nested(IEnumerable<JobDefinition> jobs) => jobs.Select(job => job.Network).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
}
