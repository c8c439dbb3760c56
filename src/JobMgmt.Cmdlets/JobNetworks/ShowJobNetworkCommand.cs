using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Show-JobNetwork: draws jobs and their order, and how they stand in a run. Jobs and networks from the pipeline need no connection.</summary>
[Cmdlet(VerbsCommon.Show, "JobNetwork", DefaultParameterSetName = ByName)]
[OutputType(typeof(string))]
public sealed class ShowJobNetworkCommand : NetworkCmdlet
{
    private const string ByName = "Name";
    private const string ByArn = "Arn";
    private const string ByNetwork = "InputObject";
    private const string ByJob = "Job";
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    private readonly List<JobDefinition> _jobs = [];
    private TextGlyphs _glyphs = TextGlyphs.Unicode;
    private int _width;

    /// <summary>The networks on the target; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByName)]
    [NetworkNameTransformation(Runs = RunObjects.Left, TakesName = false, Leaves = [typeof(DeployedJobNetwork), typeof(JobDefinition)])]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Shows how the jobs stand in this run of the network.</summary>
    [Parameter(Position = 1, ParameterSetName = ByName)]
    [Alias("Run")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string? ExecutionName { get; set; }

    /// <summary>Runs by ARN: what Get-JobNetworkRun and Wait-JobNetwork write binds here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ExecutionArn { get; set; } = [];

    /// <summary>Networks from Get-JobNetwork or New-JobNetwork.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByNetwork)]
    [ValidateNotNull]
    public DeployedJobNetwork[] InputObject { get; set; } = [];

    /// <summary>Jobs from New-JobDefinition, drawn as the one network that they would make.</summary>
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

    /// <summary>What to write.</summary>
    [Parameter]
    public JobNetworkPictureFormat As { get; set; }

    /// <summary>The heading; the network's name when left out.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Title { get; set; }

    /// <summary>The columns of a picture in text; those of the window when left out.</summary>
    [Parameter]
    [ValidateRange(20, 10000)]
    public int Width { get; set; }

    /// <summary>Draws lines in ASCII; so it does by itself where the console's encoding has no others.</summary>
    [Parameter]
    public SwitchParameter Ascii { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        if (As == JobNetworkPictureFormat.Text)
        {
            _width = Width > 0 ? Width : await AskAsync(() => TerminalText.Width(Host)).ConfigureAwait(false);
            _glyphs = Ascii || !await AskAsync(() => TerminalText.HasLines(InvokeCommand)).ConfigureAwait(false) ? TextGlyphs.Ascii : TextGlyphs.Unicode;
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case ByJob:
                _jobs.AddRange(JobObjectsAttribute.Check(Job));
                break;
            case ByNetwork:
                foreach (DeployedJobNetwork network in InputObject)
                {
                    await GuardAsync(network, () => DrawAsync(network.Name, network.Definition, network.Job, network.Name, null)).ConfigureAwait(false);
                }

                break;
            case ByPath or ByLiteralPath:
                foreach (string path in ParameterSetName == ByPath ? Path : LiteralPath)
                {
                    await GuardAsync(path, () => DrawFilesAsync(path)).ConfigureAwait(false);
                }

                break;
            default:
                await DrawFromTargetAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_jobs.Count == 0)
        {
            return;
        }

        await DrawAsync(new JobNetwork { Name = "", Jobs = _jobs }).ConfigureAwait(false);
    }

    private Task DrawAsync(JobNetwork network)
    {
        IReadOnlyList<NetworkFault> faults = NetworkValidator.ValidateOrder(network);
        return faults.Count > 0 ? throw new InvalidNetworkException(faults) : WriteAsync(NetworkPicture.Of(network, Title ?? network.Name, null));
    }

    private async Task DrawFilesAsync(string path)
    {
        foreach (string file in await ExpandFilesAsync(path, ParameterSetName == ByPath).ConfigureAwait(false))
        {
            await GuardAsync(file, async () =>
            {
                if (NetworkDefinition.IsYaml(file))
                {
                    await DrawAsync(NetworkDefinition.Network(file)).ConfigureAwait(false);
                    return;
                }

                string name = DefinitionFile.NetworkName(file);
                string definition = DefinitionFile.Read(file);
                await DrawAsync(name, definition, NetworkDirectory.ReadJobs(definition), name, null).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    private async Task DrawFromTargetAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var runs = new RunDirectory(session, names);
        var jobs = new JobRunDirectory(session, names);
        if (ParameterSetName == ByArn)
        {
            foreach (string arn in GivenRuns(ExecutionArn))
            {
                await GuardAsync(arn, () => DrawRunAsync(runs, jobs, arn, cancellationToken)).ConfigureAwait(false);
            }

            return;
        }

        var directory = new NetworkDirectory(session, names);
        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, async () =>
            {
                if (ExecutionName is not null)
                {
                    await DrawRunAsync(runs, jobs, runs.ExecutionArn(name, ExecutionName), cancellationToken).ConfigureAwait(false);
                    return;
                }

                DeployedJobNetwork network = await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name));
                await DrawAsync(name, network.Definition, network.Job, name, null).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    private async Task DrawRunAsync(RunDirectory runs, JobRunDirectory jobs, string arn, CancellationToken cancellationToken)
    {
        JobNetworkRun run = await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        (string definition, IReadOnlyDictionary<string, JobRunStatus> status) = await jobs.ReadStatusAsync(arn, cancellationToken).ConfigureAwait(false);
        await DrawAsync(run.NetworkName, definition, NetworkDirectory.ReadJobs(definition), $"{run.NetworkName} {run.ExecutionName}: {run.Status}", status).ConfigureAwait(false);
    }

    private async Task DrawAsync(
        string name, string? definition, IReadOnlyList<JobDefinition> known, string title, IReadOnlyDictionary<string, JobRunStatus>? status)
    {
        title = Title ?? title;
        if (definition is null)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkWithoutDefinition(name));
        }

        JobNetwork? network = NetworkDirectory.Read(definition, name);
        if (network is null && known.Count > 1)
        {
            PostWarning($"The definition of '{name}' was not made by JobMgmt and is no plain sequence: the order of its jobs is not known, so they are drawn without lines.");
        }

        await WriteAsync(network is null ? NetworkPicture.WithoutOrder(known, title, status) : NetworkPicture.Of(network, title, status)).ConfigureAwait(false);
    }

    private Task WriteAsync(NetworkPicture picture) => WriteObjectAsync(As switch
    {
        JobNetworkPictureFormat.Mermaid => MermaidPictureWriter.Write(picture).TrimEnd('\n'),
        JobNetworkPictureFormat.Dot => DotPictureWriter.Write(picture).TrimEnd('\n'),
        JobNetworkPictureFormat.Svg => SvgPictureWriter.Write(picture).TrimEnd('\n'),
        _ when picture.Jobs.Any(job => job.Status is not null) => TerminalText.Coloured(
            TextPictureWriter.Write(picture, _width, _glyphs), TextPictureWriter.Write(picture, _width, _glyphs, TerminalText.Paint)),
        _ => TextPictureWriter.Write(picture, _width, _glyphs),
    });
}
