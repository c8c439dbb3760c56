using System.Collections;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Invoke-JobNetwork: walks networks with given exit codes on a virtual clock; it needs no connection, and runs no job.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "JobNetwork", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SimulatedJobNetworkRun))]
public sealed class InvokeJobNetworkCommand : AsyncPSCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ObjectSet = "InputObject";
    private const string JobSet = "Job";

    private readonly List<JobDefinition> _jobs = [];
    private JsonValue _input = JsonObject.Empty;

    /// <summary>Files with a definition in JSON; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files by their names as they are; Get-ChildItem's objects pipe here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Networks from New-JobNetwork or Get-JobNetwork.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ValidateNotNull]
    public DeployedJobNetwork[] InputObject { get; set; } = [];

    /// <summary>Jobs (New-JobDefinition) that make up one network, as New-JobNetwork would make it of them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [ValidateNotNull]
    public JobDefinition[] Job { get; set; } = [];

    /// <summary>How the network of these jobs is called.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public string NetworkName { get; set; } = "network";

    /// <summary>The channel of the alerts of the network of these jobs.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public string? AlertChannel { get; set; }

    /// <summary>Whether the network of these jobs ends with the first that fails.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public SwitchParameter FailFast { get; set; }

    /// <summary>What jobs come to, by name; one that is not named succeeds at once.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Mock { get; set; }

    /// <summary>The run's worker tags, as with Start-JobNetwork.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Jobs that the run passes over as if they had succeeded, as with Start-JobNetwork; patterns are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Skip { get; set; }

    /// <summary>The execution's whole input, as JSON text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExecutionInput { get; set; }

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        if (ExecutionInput is null)
        {
            _input = new JsonObject((Tag ?? []).Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, new JsonString(tag.Value))));
        }
        else if (Tag is not null || Skip is not null)
        {
            throw new CmdletFailure(ErrorRecords.InputInvalid(ExecutionInput, "-ExecutionInput is the whole input, so -Tag and -Skip can't stand beside it."));
        }
        else
        {
            _input = JsonValue.TryParse(ExecutionInput, out JsonValue? given) ? given : throw new CmdletFailure(ErrorRecords.InputInvalid(ExecutionInput, "-ExecutionInput is no JSON."));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case JobSet:
                _jobs.AddRange(Job);
                break;
            case ObjectSet:
                foreach (DeployedJobNetwork network in InputObject)
                {
                    await WalkAsync(network.Name, () => new NetworkSimulation(
                        network.Name, network.Definition ?? throw new CmdletFailure(ErrorRecords.NetworkWithoutDefinition(network.Name))), cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                foreach (string path in ParameterSetName == PathSet ? Path : LiteralPath)
                {
                    foreach (string file in await FilesAsync(path).ConfigureAwait(false))
                    {
                        await WalkAsync(file, () => new NetworkSimulation(DefinitionFile.NetworkName(file), DefinitionFile.Read(file)), cancellationToken).ConfigureAwait(false);
                    }
                }

                break;
        }
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) => ParameterSetName != JobSet ? Task.CompletedTask
        : WalkAsync(NetworkName, () => NetworkSimulation.Of(new JobNetwork
        {
            Name = NetworkName,
            Jobs = _jobs,
            AlertChannel = AlertChannel,
            FailFast = FailFast,
            Tag = new Dictionary<string, string> { ["role"] = "job_worker" }, // New-JobNetwork, or the start, will name some; here they choose nothing
        }), cancellationToken);

    // On the pipeline thread, which a mock's script block needs.
    private async Task WalkAsync(string target, Func<NetworkSimulation> read, CancellationToken cancellationToken)
    {
        ErrorRecord? failed = null;
        try
        {
            await WriteObjectAsync(await InvokeOnPipelineAsync(() =>
            {
                NetworkSimulation network = read();
                return SimulatedJobNetworkRun.Of(network.Name, network.Run(Input(network), JobMocks.Read(Mock, network.Name, network.Jobs), cancellationToken));
            }).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (SimulationException e)
        {
            failed = ErrorRecords.NotSimulated(target, e);
        }
        catch (Exception e) when (e is CmdletFailure or InvalidNetworkException)
        {
            failed = ErrorRecords.From(e, target);
        }

        if (failed is not null)
        {
            await WriteErrorAsync(failed).ConfigureAwait(false);
        }
    }

    private JsonValue Input(NetworkSimulation network)
    {
        if (Skip is null)
        {
            return _input;
        }

        var wanted = new WildcardNames(Skip);
        return !network.CanContinue ? throw new CmdletFailure(ErrorRecords.NetworkCantContinue(network.Name))
            : wanted.Unmatched(network.Jobs).FirstOrDefault() is { } missing ? throw new CmdletFailure(ErrorRecords.JobToSkipNotFound(network.Name, missing, network.Jobs))
            : Rerun.Skipping(network.Jobs.Where(wanted.Match)).Input(null, Tag);
    }

    private async Task<IReadOnlyList<string>> FilesAsync(string path)
    {
        try
        {
            IReadOnlyList<string> files = ParameterSetName == PathSet ? await ExpandPathAsync(path).ConfigureAwait(false) : [ResolvePath(path)];
            bool isPattern = ParameterSetName == PathSet && WildcardPattern.ContainsWildcardCharacters(path);
            files = isPattern ? files.Where(file => !System.IO.Directory.Exists(file)).ToArray() : files;
            if (files.Count == 0)
            {
                await WriteErrorAsync(ErrorRecords.DefinitionFileNotFound(path)).ConfigureAwait(false);
            }

            return files;
        }
        catch (SessionStateException e)
        {
            await WriteErrorAsync(ErrorRecords.DefinitionFileUnreadable(path, e)).ConfigureAwait(false);
            return [];
        }
    }
}
