using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Text;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Crontabs;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>ConvertFrom-Crontab: makes networks with triggers of crontabs; each line is one, or an error says why not.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Crontab", DefaultParameterSetName = LineSet)]
[OutputType(typeof(CrontabJobNetwork))]
public sealed class ConvertFromCrontabCommand : AsyncPSCmdlet
{
    private const string LineSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<string> _lines = [];
    private readonly List<string> _paths = [];
    private (int Lines, int Folders, int Networks, int Refused, int Settings, int Notes) _count;

    /// <summary>The lines of one crontab, as crontab -l writes them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LineSet)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] InputObject { get; set; } = [];

    /// <summary>Crontabs, or folders of them: /etc/crontab, /etc/cron.d, /etc/cron.daily; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The same by their names as they are; Get-ChildItem's objects pipe here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Whether the lines name their user; left out, those of /etc/crontab and cron.d do.</summary>
    [Parameter]
    public CrontabFileFormat Format { get; set; }

    /// <summary>Whose crontab it is, where its lines don't say so; the current user when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The IANA zone of the machine whose crontab it is, or Local; this machine's when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string TimeZone { get; set; } = "Local";

    /// <summary>Worker tags of the networks.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>What stands before the names of the networks.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NamePrefix { get; set; }

    /// <summary>The channel of all alerts, in place of one for each MAILTO.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? AlertChannel { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _lines.AddRange(InputObject);
        foreach (string path in ParameterSetName == PathSet ? Path : LiteralPath)
        {
            IReadOnlyList<string> found = ParameterSetName == PathSet ? await ExpandPathAsync(path).ConfigureAwait(false) : [ResolvePath(path)];
            _paths.AddRange(found.Where(one => !_paths.Contains(one)));
            if (found.Count == 0)
            {
                await WriteErrorAsync(CrontabErrors.FileNotFound(path)).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        var converter = new CrontabConverter(new CrontabOptions
        {
            TimeZone = string.Equals(TimeZone, "Local", StringComparison.OrdinalIgnoreCase) ? LocalZone.Name : TimeZone,
            Now = TimeProvider.System.GetUtcNow(),
            NamePrefix = NamePrefix ?? "",
            Tag = Tag,
            AlertChannel = AlertChannel,
        });
        if (ParameterSetName == LineSet)
        {
            CrontabFormat format = Format == CrontabFileFormat.System ? CrontabFormat.System : CrontabFormat.User;
            await ConvertAsync(converter, new CrontabSource(null, format), string.Join("\n", _lines)).ConfigureAwait(false);
        }

        var sources = new CrontabSources(Format, PostWarning);
        foreach (string path in _paths)
        {
            try
            {
                foreach (CrontabSource source in sources.Of(path))
                {
                    await (source.Scripts is null ? ConvertAsync(converter, source, File.ReadAllText(source.Path, Utf8)) : ConvertFolderAsync(converter, source)).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                await WriteErrorAsync(CrontabErrors.FileNotFound(path)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await WriteErrorAsync(CrontabErrors.FileUnreadable(path, e)).ConfigureAwait(false);
            }
            catch (DecoderFallbackException e)
            {
                await WriteErrorAsync(CrontabErrors.NotUtf8(path, e)).ConfigureAwait(false);
            }
        }

        PostWarning(Summary());
    }

    private async Task ConvertAsync(CrontabConverter converter, CrontabSource source, string text)
    {
        CrontabConversion made = converter.Convert(text, source.Format, source.Format == CrontabFormat.System ? "" : Owner(source));
        foreach ((int _, CrontabNetwork? network, CrontabFault? fault) in made.Networks.Select(one => (one.Entry.LineNumber, (CrontabNetwork?)one, (CrontabFault?)null))
            .Concat(made.Faults.Select(one => (one.LineNumber, (CrontabNetwork?)null, (CrontabFault?)one))).OrderBy(line => line.Item1))
        {
            await (network is null ? WriteErrorAsync(CrontabErrors.LineNotConverted(source.Path, fault!)) : WriteObjectAsync(Describe(network, source.Path, network.Entry.LineNumber, []))).ConfigureAwait(false);
        }

        _count.Lines += made.Networks.Count + made.Faults.Count + made.Settings;
        _count.Networks += made.Networks.Count;
        _count.Refused += made.Faults.Count;
        _count.Settings += made.Settings;
    }

    private async Task ConvertFolderAsync(CrontabConverter converter, CrontabSource folder)
    {
        if (folder.Scripts!.Count == 0)
        {
            PostWarning($"'{folder.Path}' has no script that run-parts runs.");
            return;
        }

        (CrontabEntry line, string note) = RunPartsTimes.Of(folder.Path!);
        (CrontabNetwork? network, string? reason) = converter.Convert(folder.Path!, folder.Scripts, line);
        _count.Folders++;
        _count.Networks += network is null ? 0 : 1;
        _count.Refused += network is null ? 1 : 0;
        await (network is null ? WriteErrorAsync(CrontabErrors.FolderNotConverted(folder.Path!, reason!)) : WriteObjectAsync(Describe(network, folder.Path, null, [note]))).ConfigureAwait(false);
    }

    private CrontabJobNetwork Describe(CrontabNetwork made, string? path, int? line, string[] notes)
    {
        JobTrigger trigger = made.Network.Triggers![0];
        _count.Notes += notes.Length + made.Notes.Count;
        return new CrontabJobNetwork
        {
            Name = made.Network.Name,
            Schedule = trigger.Cron!,
            TimeZone = trigger.TimeZone,
            UserName = made.User,
            Command = made.Entry.Command,
            AlertChannel = made.Network.AlertChannel,
            Note = [.. notes, .. made.Notes],
            Path = path,
            Line = line,
            Definition = made.Network,
        };
    }

    // A Windows user is none of a worker's.
    private string Owner(CrontabSource source) => UserName ?? source.Owner
        ?? (System.IO.Path.DirectorySeparatorChar == '/' ? Environment.UserName : throw new CmdletFailure(CrontabErrors.UserUnknown(source.Path)));

    private string Summary()
    {
        string Count(int count, string singular, string plural) => string.Format(CultureInfo.InvariantCulture, "{0} {1}", count, count == 1 ? singular : plural);
        string lines = Count(_count.Lines, "line", "lines") + (_count.Folders == 0 ? "" : " and " + Count(_count.Folders, "directory", "directories"));
        return $"{lines}: {Count(_count.Networks, "network", "networks")}, {Count(_count.Refused, "refused", "refused")}, {Count(_count.Settings, "setting", "settings")}. "
            + (_count.Notes == 0 ? "" : Count(_count.Notes, "note", "notes") + " (Note of the networks). ") // which a pipeline into New-JobNetwork does not show
            + "Under cron a command may run for any time, and all its output is mailed; here it ends after 48 hours, its output is kept as its log, and its failure alerts.";
    }
}
