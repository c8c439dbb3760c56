using System.IO;
using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
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

/// <summary>Export-JobNetwork: writes networks to files, or their text to the pipeline.</summary>
[Cmdlet(VerbsData.Export, "JobNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportJobNetworkCommand : NetworkCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names; patterns are allowed. All networks when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? Name { get; set; }

    /// <summary>A folder, or a file for one network. Left out, the text goes to the pipeline.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The form.</summary>
    [Parameter]
    public JobNetworkFileFormat As { get; set; }

    /// <summary>Replaces files that differ.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the files, also those that were as they should be, to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string? FullPath => Path is null ? null : ResolvePath(Path);

    private bool IsFile => FullPath is { } path && !Directory.Exists(path)
        && Array.Exists([".yaml", ".yml", ".json"], ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions? options = As == JobNetworkFileFormat.Yaml ? await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false) : null;
        var directory = new NetworkDirectory(session, names);
        IReadOnlyList<string> wanted = await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false);
        ILookup<string, DeployedJobTrigger> triggers = (As == JobNetworkFileFormat.Asl || wanted.Count == 0 ? [] : await new TriggerDirectory(session, names).ListAsync(wanted, cancellationToken).ConfigureAwait(false))
            .ToLookup(trigger => trigger.NetworkName, StringComparer.Ordinal);
        foreach (string name in wanted)
        {
            await GuardAsync(name, async () =>
            {
                DeployedJobNetwork network = await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false)
                    ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name));
                if (!network.Managed && !new WildcardNames(Name).Names(name))
                {
                    // A folder of all networks is what an import follows, and that leaves such machines alone.
                    PostWarning($"'{name}' is left out: JobMgmt did not make its state machine. To write it, name it: Export-JobNetwork {name}.");
                    return;
                }

                if (network.Deleting)
                {
                    bool isNamed = new WildcardNames(Name).Names(name);
                    PostWarning(isNamed ? $"'{name}' is being removed and goes when its runs have ended; an import of its file makes it again."
                        : $"'{name}' is left out: it is being removed and goes when its runs have ended. To write it, name it: Export-JobNetwork {name}.");
                    if (!isNamed)
                    {
                        return;
                    }
                }

                if (Text(network, triggers[name].Select(trigger => trigger.Definition).ToArray(), names, options) is { } text)
                {
                    await WriteAsync(name, text).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }

    private string? Text(DeployedJobNetwork network, IReadOnlyList<JobTrigger> triggers, RunJobStackNames names, RunJobStackOptions? options)
    {
        if (network.Definition is null)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkWithoutDefinition(network.Name));
        }

        string reason = "It is no object.";
        if (!JsonValue.TryParse(network.Definition, out JsonValue value) || value is not JsonObject asl
            || !NetworkReader.TryRead(asl, network.Name, out JobNetwork? read, out reason))
        {
            PostWarning($"'{network.Name}' is left alone: its definition can't be read as a job network. {reason}");
            return null;
        }

        if (As == JobNetworkFileFormat.Yaml && network.Managed && LostStates.Of(asl, read!, names, options) is { Count: > 0 } lost)
        {
            PostWarning($"The definition of '{network.Name}' was edited by hand, or made by another version of JobMgmt: {LostStates.Words(lost)}. That is not in the file, and an import would undo it; -As Asl keeps it.");
        }

        return As == JobNetworkFileFormat.Asl ? NetworkFile.WriteAsl(asl) : NetworkFile.WriteYaml(read! with { Triggers = triggers.Count == 0 ? null : triggers });
    }

    private async Task WriteAsync(string name, string text)
    {
        if (FullPath is not { } path)
        {
            await WriteObjectAsync(text.TrimEnd('\n')).ConfigureAwait(false);
            return;
        }

        string file = IsFile ? path : System.IO.Path.Combine(path, NetworkSource.FileName(name, As));
        if (!_written.Add(file))
        {
            throw new CmdletFailure(JobNetworkFileErrors.NetworkFileTaken(name, file));
        }

        if (!NetworkSource.Has(file, text))
        {
            if (File.Exists(file) && !Force)
            {
                throw new CmdletFailure(JobNetworkFileErrors.NetworkFileExists(name, file));
            }

            if (!await ShouldProcessAsync(file, $"Write the job network '{name}'").ConfigureAwait(false))
            {
                return;
            }

            string folder = System.IO.Path.GetDirectoryName(file)!;
            Directory.CreateDirectory(folder);
            NetworkSource.Write(file, text);
            if (As == JobNetworkFileFormat.Yaml && !NetworkSource.Has(System.IO.Path.Combine(folder, NetworkFile.SchemaName), NetworkFile.WriteSchema()))
            {
                NetworkSource.Write(System.IO.Path.Combine(folder, NetworkFile.SchemaName), NetworkFile.WriteSchema());
            }
        }

        if (PassThru)
        {
            await WriteObjectAsync(new FileInfo(file)).ConfigureAwait(false);
        }
    }
}
