using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Start-JobNetwork: starts a run of each network.</summary>
[Cmdlet(VerbsLifecycle.Start, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = ByTag)]
[OutputType(typeof(JobNetworkRun))]
public sealed class StartJobNetworkCommand : NetworkCmdlet
{
    private const string ByTag = "Tag";
    private const string ByInput = "Input";

    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The tags that a worker must have; the network's own when left out.</summary>
    [Parameter(ParameterSetName = ByTag, Position = 1)]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>What the network is given, by name.</summary>
    [Parameter(ParameterSetName = ByTag)]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

    /// <summary>Jobs that this run passes over as if they had succeeded; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByTag)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Skip { get; set; }

    /// <summary>The execution's whole input, as JSON text, for networks that take more than tags.</summary>
    [Parameter(ParameterSetName = ByInput, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ExecutionInput { get; set; }

    /// <summary>The execution's name; AWS takes each once. A unique one when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExecutionName { get; set; }

    /// <summary>Writes the runs to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, () => StartAsync(session, names, name, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(JobMgmtSession session, RunJobStackNames names, string name, CancellationToken cancellationToken)
    {
        string input = await InputAsync(session, names, name, cancellationToken).ConfigureAwait(false);
        if (!await ShouldProcessAsync(name, "Start the job network").ConfigureAwait(false))
        {
            return;
        }

        DateTime now = TimeProvider.System.GetLocalNow().DateTime;
        if ((await new SuspensionDirectory(session, names).FindAsync(name, now, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Has(now)) is { } suspension)
        {
            PostWarning($"The job network '{name}' is {suspension}. A run that is started by hand is not held.");
        }

        try
        {
            StartExecutionResponse answer = await session.StepFunctions.StartExecutionAsync(
                new StartExecutionRequest { StateMachineArn = names.NetworkMachineArn(name), Name = ExecutionName, Input = input }, cancellationToken).ConfigureAwait(false);
            if (PassThru)
            {
                await WriteObjectAsync(new JobNetworkRun
                {
                    NetworkName = name,
                    ExecutionName = answer.ExecutionArn.Split(':').Last(),
                    Status = JobNetworkRunStatus.Running,
                    StartTime = answer.StartDate?.ToLocalTime(),
                    ExecutionArn = answer.ExecutionArn,
                    ExecutionInput = input,
                }).ConfigureAwait(false);
            }
        }
        catch (StateMachineDoesNotExistException)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name));
        }
    }

    private async Task<string> InputAsync(JobMgmtSession session, RunJobStackNames names, string network, CancellationToken cancellationToken)
    {
        if (ExecutionInput is not null)
        {
            return ExecutionInput;
        }

        // What a parameter would be refused for in the run is said before it.
        string definition = await new NetworkDirectory(session, names).ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(network));
        JsonObject input = Skip is null ? RunInput.Of(Tag)
            : RunInput.Skipping(network, NetworkReader.CanContinue(definition), NetworkDirectory.ReadJobs(definition).Select(job => job.Name).ToArray(), Skip, Tag);
        return RunInput.With(input, NetworkDirectory.Read(definition, network), network, Parameter).ToString();
    }
}
