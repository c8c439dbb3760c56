using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Runs;

/// <summary>Jobs that are named as seen from a run: <c>tell</c>, or in a network that is a job <c>load/extract</c>.</summary>
internal static class JobPaths
{
    /// <summary>The jobs of the network itself, each with what is named within it; with nothing where it is meant as a whole.</summary>
    /// <exception cref="ArgumentException">A path leads into a job that is no network, or has no run to go into.</exception>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Split(EarlierRun run, IEnumerable<string> paths)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var (job, within) = Split(run, path);
            found[job] = within is null || (found.TryGetValue(job, out var before) && before.Count == 0) ? Array.Empty<string>()
                : (before ?? Array.Empty<string>()).Append(within).ToArray();
        }

        return found;
    }

    // A job's own name may have a slash in it.
    private static (string Job, string? Within) Split(EarlierRun run, string path)
    {
        var owner = run.Network.Jobs.All(job => job.Name != path)
            ? run.Network.Jobs.Where(job => job.Network is not null && path.StartsWith(job.Name + "/", StringComparison.Ordinal)).OrderByDescending(job => job.Name.Length).FirstOrDefault() : null;
        return owner is null ? (path, null)
            : run.Nested.ContainsKey(owner.Name) ? (owner.Name, path.Substring(owner.Name.Length + 1))
            : throw new ArgumentException(
                $"'{path}' is in the network '{owner.Network}', which the earlier run has not started, or whose definition can't pass over jobs. Say '{owner.Name}': it is run as a whole.");
    }
}
