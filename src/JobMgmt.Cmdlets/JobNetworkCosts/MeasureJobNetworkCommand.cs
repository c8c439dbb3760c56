using System.Collections;
using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>Measure-JobNetwork: what a run of a network costs, before it is deployed or after it has run; and how far tests have covered a network.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "JobNetwork", DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkCost), ParameterSetName = [ByName, ByArn, ByNetwork, ByJob, ByPath, ByLiteralPath])]
[OutputType(typeof(JobNetworkCoverage), ParameterSetName = [ByCoverage])]
public sealed class MeasureJobNetworkCommand : NetworkCmdlet
{
    private const string ByName = "Name";
    private const string ByArn = "Arn";
    private const string ByNetwork = "InputObject";
    private const string ByJob = "Job";
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByCoverage = "Coverage";

    private readonly List<JobDefinition> _jobs = [];
    private readonly List<SimulatedJobNetworkRun> _results = [];
    private CostPrices _prices = new();
    private CostForecast? _forecast;

    /// <summary>The networks on the target; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByName)]
    [NetworkNameTransformation(Runs = RunObjects.Left, TakesName = false, Leaves = [typeof(DeployedJobNetwork), typeof(JobDefinition), typeof(SimulatedJobNetworkRun)])]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Runs by ARN: what Get-JobNetworkRun and Wait-JobNetwork write binds here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ExecutionArn { get; set; } = [];

    /// <summary>Networks from Get-JobNetwork or New-JobNetwork.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByNetwork)]
    [ValidateNotNull]
    public DeployedJobNetwork[] InputObject { get; set; } = [];

    /// <summary>Jobs from New-JobDefinition, measured as the one network that they would make.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByJob)]
    [JobObjects]
    [ValidateNotNull]
    public JobDefinition[] Job { get; set; } = [];

    /// <summary>Files with a definition in JSON, or a network in YAML; patterns are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files by their names as they are; Get-ChildItem's objects pipe here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Results of Invoke-JobNetwork: measures what of their networks they have covered.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByCoverage)]
    [ValidateNotNull]
    public SimulatedJobNetworkRun[] Coverage { get; set; } = [];

    /// <summary>How the network of these jobs is called.</summary>
    [Parameter(ParameterSetName = ByJob)]
    [ValidateNotNullOrEmpty]
    public string NetworkName { get; set; } = "network";

    /// <summary>Whether the network of these jobs ends with the first that fails.</summary>
    [Parameter(ParameterSetName = ByJob)]
    public SwitchParameter FailFast { get; set; }

    /// <summary>Other prices than the defaults, in US dollars.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByArn)]
    [Parameter(ParameterSetName = ByNetwork)]
    [Parameter(ParameterSetName = ByJob)]
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(ParameterSetName = ByLiteralPath)]
    [ValidateNotNull]
    public IDictionary? Price { get; set; }

    /// <summary>How often the network runs in a month.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByArn)]
    [Parameter(ParameterSetName = ByNetwork)]
    [Parameter(ParameterSetName = ByJob)]
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(ParameterSetName = ByLiteralPath)]
    [ValidateRange(1, int.MaxValue)]
    public int? RunsPerMonth { get; set; }

    /// <summary>How long a forecast takes a script step of an automation to be, in seconds.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByNetwork)]
    [Parameter(ParameterSetName = ByJob)]
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(ParameterSetName = ByLiteralPath)]
    [ValidateRange(0.0, 600.0)]
    public double ScriptSeconds { get; set; } = 5;

    /// <summary>How many items a forecast takes a list to have that only a run knows.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByNetwork)]
    [Parameter(ParameterSetName = ByJob)]
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(ParameterSetName = ByLiteralPath)]
    [ValidateRange(0, JobDefinition.MaxItems)]
    public int? ItemCount { get; set; }

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        _prices = PriceTable.Read(Price);
        _forecast = new CostForecast(_prices, ScriptSeconds, ItemCount, RunsPerMonth, PostVerbose, PostWarning);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case ByJob:
                _jobs.AddRange(JobObjectsAttribute.Check(Job));
                break;
            case ByCoverage:
                _results.AddRange(Coverage);
                break;
            case ByNetwork:
                await MeasureDeployedAsync(cancellationToken).ConfigureAwait(false);

                break;
            case ByPath or ByLiteralPath:
                await MeasureFilesAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                await MeasureOnTargetAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_jobs.Count > 0)
        {
            // Worker tags choose nothing here, and New-JobNetwork or the start will name some.
            var network = new JobNetwork { Name = NetworkName, Jobs = _jobs, FailFast = FailFast, Tag = new Dictionary<string, string> { ["role"] = "job_worker" } };
            await ForecastAsync(NetworkName, () => NetworkSimulation.Of(network), [], cancellationToken).ConfigureAwait(false);
        }

        await WriteObjectsAsync(JobNetworkCoverage.Of(_results)).ConfigureAwait(false);
    }

    private async Task MeasureDeployedAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        foreach (DeployedJobNetwork network in InputObject)
        {
            await GuardAsync(network.Name, () => ForecastAsync(session, names, network, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task MeasureOnTargetAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        if (ParameterSetName == ByArn)
        {
            foreach (string arn in GivenRuns(ExecutionArn))
            {
                await GuardAsync(arn, () => MeasureRunAsync(session, names, arn, cancellationToken)).ConfigureAwait(false);
            }

            return;
        }

        var directory = new NetworkDirectory(session, names);
        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, async () => await ForecastAsync(
                session,
                names,
                await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name)),
                cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task MeasureRunAsync(JobMgmtSession session, RunJobStackNames names, string arn, CancellationToken cancellationToken)
    {
        JobNetworkRun run = await new RunDirectory(session, names).ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        var reader = new RunCostReader(session, names);
        RunCost cost = await reader.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        if (reader.Forgotten.Count > 0)
        {
            PostWarning($"Of the run {run}, {reader.Forgotten.Count} executions or automations are gone from the target and count nothing here: {string.Join(", ", reader.Forgotten)}.");
        }

        if (run.Status == JobNetworkRunStatus.Running)
        {
            PostWarning($"The run {run} goes on: this is what it has cost so far.");
        }

        if (RunTrigger.Read(run.Input) is { } trigger)
        {
            cost = cost.Plus(BesideRun.Start(trigger));
        }

        await WriteAsync(JobNetworkCost.Of(
            run.NetworkName, JobNetworkCostCase.Run, $"run {run.ExecutionName}: {run.Status}", cost, _prices, 0, RunsPerMonth, arn)).ConfigureAwait(false);
    }

    private async Task MeasureFilesAsync(CancellationToken cancellationToken)
    {
        foreach (string path in ParameterSetName == ByPath ? Path : LiteralPath)
        {
            await GuardAsync(path, async () =>
            {
                foreach (string file in await ExpandFilesAsync(path, ParameterSetName == ByPath).ConfigureAwait(false))
                {
                    await ForecastFileAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }

    private Task ForecastFileAsync(string file, CancellationToken cancellationToken)
    {
        if (!NetworkDefinition.IsYaml(file))
        {
            return ForecastAsync(file, () => NetworkDefinition.Simulation(file), [], cancellationToken);
        }

        JobNetwork network = NetworkDefinition.Network(file);
        return ForecastAsync(file, () => NetworkSimulation.Of(network), network.Triggers ?? [], cancellationToken);
    }

    private async Task ForecastAsync(JobMgmtSession session, RunJobStackNames names, DeployedJobNetwork network, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeployedJobTrigger> triggers = await new TriggerDirectory(session, names).ListAsync([network.Name], cancellationToken).ConfigureAwait(false);
        await ForecastAsync(
            network.Name,
            () => new NetworkSimulation(network.Name, network.Definition ?? throw new CmdletFailure(JobNetworkErrors.NetworkWithoutDefinition(network.Name))),
            triggers.Select(trigger => trigger.Definition).ToArray(),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task ForecastAsync(string target, Func<NetworkSimulation> read, IReadOnlyList<JobTrigger> triggers, CancellationToken cancellationToken)
    {
        try
        {
            foreach (JobNetworkCost cost in _forecast!.Of(read(), triggers, cancellationToken))
            {
                await WriteAsync(cost).ConfigureAwait(false);
            }
        }
        catch (SimulationException e)
        {
            await WriteErrorAsync(JobNetworkErrors.NotSimulated(target, e)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CmdletFailure or InvalidNetworkException)
        {
            await WriteErrorAsync(ErrorRecords.From(e, target)).ConfigureAwait(false);
        }
    }

    private Task WriteAsync(JobNetworkCost cost)
    {
        if (cost.ConcurrentAutomations > JobNetworkCost.AutomationQuota)
        {
            PostWarning($"Up to {cost.ConcurrentAutomations} automations of '{cost.NetworkName}' go on at once ({cost.What}); an account runs {JobNetworkCost.AutomationQuota} without "
                + "adaptive concurrency, the others wait in a queue.");
        }

        return WriteObjectAsync(cost);
    }
}
