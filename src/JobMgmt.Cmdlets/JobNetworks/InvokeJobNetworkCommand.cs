using System.Collections;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Invoke-JobNetwork: walks networks with given exit codes on a virtual clock; it needs no connection, and runs no job.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "JobNetwork", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SimulatedJobNetworkRun))]
public sealed class InvokeJobNetworkCommand : DefinitionCmdlet
{
    private const string JobSet = "Job";

    private readonly List<JobDefinition> _jobs = [];
    private JsonValue _input = JsonObject.Empty;

    /// <summary>Jobs (New-JobDefinition) that make up one network, as New-JobNetwork would make it of them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [JobObjects]
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

    /// <summary>How long a run of the network of these jobs may take.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>What jobs come to, by name; one that is not named succeeds at once.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Mock { get; set; }

    /// <summary>The run's worker tags, as with Start-JobNetwork.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>What the network is given, by name, as with Start-JobNetwork; the network of -Job has these.</summary>
    [Parameter]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

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
            _input = RunInput.Of(Tag);
        }
        else if (Tag is not null || Skip is not null || Parameter is not null)
        {
            throw new CmdletFailure(JobNetworkRunErrors.InputInvalid(ExecutionInput, "-ExecutionInput is the whole input, so -Tag, -Parameter and -Skip can't stand beside it."));
        }
        else
        {
            _input = JsonValue.TryParse(ExecutionInput, out JsonValue? given) ? given : throw new CmdletFailure(JobNetworkRunErrors.InputInvalid(ExecutionInput, "-ExecutionInput is no JSON."));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case JobSet:
                _jobs.AddRange(JobObjectsAttribute.Check(Job));
                break;
            case ObjectSet:
                foreach (DeployedJobNetwork network in InputObject)
                {
                    await WalkAsync(network.Name, () => new NetworkSimulation(
                        network.Name, network.Definition ?? throw new CmdletFailure(JobNetworkErrors.NetworkWithoutDefinition(network.Name))), cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                await ForEachFileAsync(file => WalkAsync(
                    file, () => NetworkDefinition.Simulation(file), cancellationToken)).ConfigureAwait(false);
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
            Timeout = RunTimeout.Seconds(Timeout),
            Parameter = Parameter,
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
                return SimulatedJobNetworkRun.Of(network, network.Run(Input(network), JobMocks.Read(Mock, network), cancellationToken));
            }).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (SimulationException e)
        {
            failed = JobNetworkErrors.NotSimulated(target, e);
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
        JsonValue input = Skip is null ? _input : RunInput.Skipping(network.Name, network.CanContinue, network.Jobs, Skip, Tag);
        return ExecutionInput is not null ? input : RunInput.With((JsonObject)input, NetworkDirectory.Read(network.Definition, network.Name), network.Name, Parameter);
    }
}
