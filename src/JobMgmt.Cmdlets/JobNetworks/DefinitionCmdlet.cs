using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks.Files;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>A cmdlet that looks at definitions without any target: in files, or of networks from the pipeline.</summary>
public abstract class DefinitionCmdlet : AsyncPSCmdlet
{
    /// <summary>The set that takes files, patterns allowed.</summary>
    protected const string PathSet = "Path";

    /// <summary>The set that takes files by their names as they are.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>The set that takes networks.</summary>
    protected const string ObjectSet = "InputObject";

    // What Export-JobNetwork writes beside them for editors.
    private const string SchemaEnding = ".schema.json";

    /// <summary>Files with a definition in JSON, or a network in YAML; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? Path { get; set; } = [];

    /// <summary>Files by their names as they are; Get-ChildItem's objects pipe here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Networks from New-JobNetwork or Get-JobNetwork.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ValidateNotNull]
    public DeployedJobNetwork[] InputObject { get; set; } = [];

    /// <summary>Does the cmdlet's work for each file meant by this pipeline object; what can't be found is an error.</summary>
    private protected async Task ForEachFileAsync(Func<string, Task> work)
    {
        string[] paths = (ParameterSetName == PathSet ? Path : LiteralPath) ?? [];
        if (paths.Length == 0 || paths.Any(string.IsNullOrEmpty))
        {
            await FailAsync(JobNetworkFileErrors.PathIsEmpty("it was not looked at")).ConfigureAwait(false); // here, since the binder would tell the cmdlet nothing of it
        }

        foreach (string path in paths.Where(path => !string.IsNullOrEmpty(path)))
        {
            foreach (string file in await FilesAsync(path).ConfigureAwait(false))
            {
                if (file.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
                {
                    PostVerbose($"'{file}' is the schema of the networks beside it, and was not looked at.");
                    continue;
                }

                await work(file).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes an error.</summary>
    private protected virtual Task FailAsync(ErrorRecord record) => WriteErrorAsync(record);

    private async Task<IReadOnlyList<string>> FilesAsync(string path)
    {
        IReadOnlyList<string> files;
        try
        {
            files = ParameterSetName == PathSet ? await ExpandPathAsync(path).ConfigureAwait(false) : [ResolvePath(path)];
        }
        catch (SessionStateException e)
        {
            await FailAsync(JobNetworkFileErrors.DefinitionFileUnreadable(path, e)).ConfigureAwait(false);
            return [];
        }

        // Of what a pattern finds, folders are passed over; a folder that is named stands for the networks in it.
        bool isPattern = ParameterSetName == PathSet && WildcardPattern.ContainsWildcardCharacters(path);
        files = isPattern ? files.Where(file => !System.IO.Directory.Exists(file)).ToArray() : files;
        if (files.Count == 0)
        {
            await FailAsync(JobNetworkFileErrors.DefinitionFileNotFound(path)).ConfigureAwait(false);
        }

        bool hasFolder = files.Any(System.IO.Directory.Exists);
        files = hasFolder ? files.SelectMany(file => System.IO.Directory.Exists(file) ? NetworkSource.Files(file) : [file]).ToArray() : files;
        if (hasFolder && files.Count == 0)
        {
            await FailAsync(JobNetworkFileErrors.NoNetworkFiles(path)).ConfigureAwait(false);
        }

        return files;
    }
}
