using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>Compare-JobNetwork: in which members networks differ, between files, the target, and other connections.</summary>
[Cmdlet(VerbsData.Compare, "JobNetwork", DefaultParameterSetName = PathSet)]
[OutputType(typeof(JobNetworkDifference))]
public sealed class CompareJobNetworkCommand : JobMgmtCmdlet
{
    private const string PathSet = "Path";
    private const string ConnectionSet = "Connection";
    private const string NetworkSet = "InputObject";
    private const string NetworkConnectionSet = "InputObjectConnection";

    private const string Unreadable = "is no job network that can be read";

    private const string NotMade = "not made by JobMgmt";

    private readonly List<DeployedJobNetwork> _given = [];

    // Those whose definition the caller may not read: neither equal nor missing.
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Files, patterns, or folders: what should be.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Networks from Get-JobNetwork or New-JobNetwork: what should be. Only these are compared.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = NetworkSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = NetworkConnectionSet)]
    [ValidateNotNull]
    public DeployedJobNetwork[] InputObject { get; set; } = [];

    /// <summary>Files, patterns, or folders to compare with; left out, it is what is deployed.</summary>
    [Parameter(Position = 1, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? DifferencePath { get; set; }

    /// <summary>The connection (Get-JobMgmtConnection) to compare from; left out, the present one.</summary>
    [Parameter(ParameterSetName = ConnectionSet)]
    [ValidateNotNull]
    public JobMgmtConnection? ReferenceConnection { get; set; }

    /// <summary>The connection to compare with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ConnectionSet)]
    [Parameter(Mandatory = true, ParameterSetName = NetworkConnectionSet)]
    [ValidateNotNull]
    public JobMgmtConnection DifferenceConnection { get; set; } = null!;

    /// <summary>Only networks of these names; patterns are allowed.</summary>
    [Parameter]
    [Alias("NetworkName")]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? Name { get; set; }

    private bool FromPipeline => ParameterSetName is NetworkSet or NetworkConnectionSet;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _given.AddRange(InputObject);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (FromPipeline && _given.Count == 0)
        {
            return; // Get-JobNetwork found none
        }

        Dictionary<string, (JobNetwork? Network, string? Drift)> before = FromPipeline ? Given()
            : ParameterSetName == PathSet ? await FilesAsync(Path).ConfigureAwait(false) : await DeployedAsync(ReferenceConnection, cancellationToken).ConfigureAwait(false);
        Dictionary<string, (JobNetwork? Network, string? Drift)> after = DifferencePath is not null
            ? await FilesAsync(DifferencePath).ConfigureAwait(false)
            : await DeployedAsync(ParameterSetName == PathSet ? null : DifferenceConnection, cancellationToken).ConfigureAwait(false);
        var wanted = new WildcardNames(Name);
        foreach (string missing in wanted.Unmatched([.. before.Keys, .. after.Keys, .. _unreadable]))
        {
            await WriteErrorAsync(JobNetworkErrors.NetworkNotFound(missing)).ConfigureAwait(false);
        }

        foreach (string other in FromPipeline ? after.Keys.Except(before.Keys, StringComparer.Ordinal).ToArray() : [])
        {
            after.Remove(other);
        }

        foreach (string name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Except(_unreadable, StringComparer.Ordinal).Where(wanted.Match).OrderBy(name => name, StringComparer.Ordinal))
        {
            bool isBefore = before.TryGetValue(name, out (JobNetwork? Network, string? Drift) old);
            bool isAfter = after.TryGetValue(name, out (JobNetwork? Network, string? Drift) now);
            if (!wanted.Names(name) && !FromPipeline && (!isBefore || old.Drift == NotMade) && (!isAfter || now.Drift == NotMade))
            {
                continue; // no file has it, nor was it asked for: import and -Prune leave it alone
            }

            await WriteObjectsAsync(isBefore && isAfter
                ? Found(name, old, now)
                : [new JobNetworkDifference { NetworkName = name, Field = "Network", Reference = isBefore ? name : null, Difference = isAfter ? name : null }]).ConfigureAwait(false);
        }
    }

    private static IEnumerable<JobNetworkDifference> Found(string name, (JobNetwork? Network, string? Drift) old, (JobNetwork? Network, string? Drift) now)
    {
        if (old.Network is not null && now.Network is not null)
        {
            foreach (NetworkDifference one in Differences.Find(old.Network, now.Network))
            {
                yield return new JobNetworkDifference { NetworkName = name, JobName = one.Job, Field = one.Field, Reference = one.Reference, Difference = one.Difference };
            }
        }

        if (old.Drift != now.Drift)
        {
            yield return new JobNetworkDifference { NetworkName = name, Field = "Definition", Reference = old.Drift ?? "as made", Difference = now.Drift ?? "as made" };
        }
    }

    // The target that these come from need not be the present one, so whether they were edited by hand is not asked.
    private Dictionary<string, (JobNetwork? Network, string? Drift)> Given()
    {
        var given = new Dictionary<string, (JobNetwork? Network, string? Drift)>(StringComparer.Ordinal);
        foreach (DeployedJobNetwork network in _given)
        {
            JobNetwork? read = network.Definition is { } text ? NetworkDirectory.Read(text, network.Name) : null;
            given[network.Name] = (read, network is { Managed: false, StateMachineArn.Length: > 0 } ? NotMade : read is null ? Unreadable : null);
        }

        return given;
    }

    private async Task<Dictionary<string, (JobNetwork? Network, string? Drift)>> FilesAsync(string[] paths)
    {
        var found = new Dictionary<string, (JobNetwork? Network, string? Drift)>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (string path in paths)
        {
            foreach (string expanded in await ExpandPathAsync(path).ConfigureAwait(false))
            {
                foreach (string file in NetworkSource.Files(expanded))
                {
                    NetworkFile content = NetworkSource.Read(file);
                    faults.AddRange(content.Faults.Select(fault => $"{file}:{fault}"));
                    if (content.Network is { } network)
                    {
                        found[network.Name] = (network, null);
                    }
                }
            }
        }

        return faults.Count == 0 ? found : throw new CmdletFailure(JobNetworkFileErrors.NetworkFilesInvalid(faults));
    }

    private async Task<Dictionary<string, (JobNetwork? Network, string? Drift)>> DeployedAsync(JobMgmtConnection? connection, CancellationToken cancellationToken)
    {
        JobMgmtSession session = connection is null ? await GetSessionAsync(cancellationToken).ConfigureAwait(false) : await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, connection?.Prefix, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions? options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false);
        var directory = new NetworkDirectory(session, names);
        var wanted = new WildcardNames(Name);
        var found = new Dictionary<string, (JobNetwork? Network, string? Drift)>(StringComparer.Ordinal);
        ILookup<string, JobTrigger> triggers = (await new TriggerDirectory(session, names).ListAsync(null, cancellationToken).ConfigureAwait(false))
            .ToLookup(trigger => trigger.NetworkName, trigger => trigger.Definition, StringComparer.Ordinal);
        foreach (string name in (await directory.ListAsync(cancellationToken).ConfigureAwait(false)).Select(one => one.Name).Where(wanted.Match))
        {
            DeployedJobNetwork? network = await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (network is { Definition: null } && _unreadable.Add(name))
            {
                await WriteErrorAsync(JobNetworkErrors.NetworkWithoutDefinition(name)).ConfigureAwait(false);
            }

            if (network is { Definition: { } text })
            {
                (JobNetwork? read, string? drift) = Read(network, text, names, options);
                found[name] = (read is null ? null : read with { Triggers = triggers[name].ToArray() }, drift);
            }
        }

        return found;
    }

    private static (JobNetwork? Network, string? Drift) Read(DeployedJobNetwork network, string text, RunJobStackNames names, RunJobStackOptions? options)
    {
        if (!JsonValue.TryParse(text, out JsonValue value) || value is not JsonObject asl || NetworkDirectory.Read(text, network.Name) is not { } read)
        {
            return (null, network.Managed ? Unreadable : NotMade);
        }

        if (!network.Managed)
        {
            return (read, NotMade);
        }

        try
        {
            IReadOnlyList<string> states = DefinitionDrift.Find(asl, NetworkCompiler.Compile(read, names, options));
            return (read, states.Count == 0 ? null : $"edited by hand, or made by another version: state {string.Join(", ", states.Take(5))}{(states.Count > 5 ? ", ..." : "")}");
        }
        catch (InvalidNetworkException e)
        {
            return (read, $"edited by hand: {e.Faults[0]}");
        }
    }
}
