using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>Makes networks of crontabs: of each line a network of one job, with a trigger. The names are distinct over everything that one converter converts.</summary>
public sealed class CrontabConverter
{
    private readonly CrontabOptions _options;
    private readonly DistinctNames _names = new();
    private readonly CronMail _mail;

    // A setting holds for all lines below it, and what there is to know of it is told with the first of them.
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>A converter.</summary>
    /// <param name="options">What crontabs don't say.</param>
    public CrontabConverter(CrontabOptions options) => (_options, _mail) = (options, new CronMail(options.AlertChannel));

    /// <summary>Converts a crontab.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="format">Its form.</param>
    /// <param name="user">Whose crontab it is; a system crontab says so in each line.</param>
    public CrontabConversion Convert(string text, CrontabFormat format, string user)
    {
        var file = CrontabFile.Read(text, format);
        var networks = new List<CrontabNetwork>();
        var faults = file.Faults.ToList();
        foreach (var entry in file.Entries)
        {
            var network = Convert(entry, entry.User ?? user, file.Entries);
            if (Reason(network) is { } reason)
            {
                faults.Add(new CrontabFault(entry.LineNumber, entry.Line, reason));
                continue;
            }

            networks.Add(Accept(network));
        }

        return new CrontabConversion(networks, faults.OrderBy(fault => fault.LineNumber).ToArray(), file.SettingCount);
    }

    /// <summary>Makes one network of the scripts of a directory that run-parts runs, with a job a script, in run-parts' order: each runs whether those before it succeeded or not.</summary>
    /// <param name="folder">The directory.</param>
    /// <param name="scripts">The names of its scripts that run-parts runs; there is at least one.</param>
    /// <param name="entry">The line of the system crontab that runs them.</param>
    /// <returns>The network; or null, and the reason.</returns>
    public (CrontabNetwork? Network, string? Reason) Convert(string folder, IReadOnlyList<string> scripts, CrontabEntry entry)
    {
        var user = entry.User ?? "root";
        var jobs = scripts.OrderBy(script => script, StringComparer.Ordinal).Select((script, i) =>
        {
            var path = ShellText.Word($"{folder.TrimEnd('/')}/{script}");
            return CronScript.Job(CronJobName.Job(script), entry with { Command = $"cd / && {{ [ ! -x {path} ] || exec {path}; }}", StandardInput = null }, user);
        }).ToArray();
        for (var i = 0; i < jobs.Length; i++)
        {
            jobs[i] = jobs[i] with { After = i == 0 ? Array.Empty<string>() : new[] { jobs[i - 1].Name }, RunOn = i == 0 ? JobRunOn.Success : JobRunOn.Always };
        }

        var network = Convert(entry, user, [entry]);
        network = network with { Network = network.Network with { Name = _options.NamePrefix + CronJobName.Plain(folder.TrimEnd('/')), Jobs = jobs, Description = $"The scripts of {folder}, as run-parts runs them (cron: {entry.Line.Trim()})" } };
        return Reason(network) is { } reason ? (null, reason) : (Accept(network), null);
    }

    private CrontabNetwork Accept(CrontabNetwork network) => network with
    {
        Network = network.Network with { Name = _names.Take(network.Network.Name) },
        Notes = CronScript.SettingNotes(network.Entry).Concat(_mail.Channel(network.Entry).Notes).Where(_told.Add).Concat(network.Notes).ToArray(),
    };

    private CrontabNetwork Convert(CrontabEntry entry, string user, IReadOnlyList<CrontabEntry> all)
    {
        var (trigger, times) = CronTrigger.Of(entry, _options);
        var channel = _mail.Channel(entry).Channel;
        var name = CronJobName.Of(entry.Command);
        var network = new JobNetwork
        {
            Name = _options.NamePrefix + name,
            Jobs = new[] { CronScript.Job(CronJobName.Job(name), entry, user) },
            AlertChannel = channel,
            Tag = _options.Tag,
            Triggers = new[] { trigger },
            Description = CronComment.Description(entry),
        };
        return new CrontabNetwork(network, entry, user, CronScript.Notes(entry, all).Concat(times).ToArray());
    }

    private static string? Reason(CrontabNetwork made)
    {
        if (!CronScript.IsUser(made.User))
        {
            return $"'{made.User}' is no user name. Write a name of letters, digits and . _ - before the command.";
        }

        if (HasUnreadable(made.Entry.Line) || made.Entry.Environment.Any(pair => HasUnreadable(pair.Key + pair.Value)))
        {
            return "It, or a variable above it, has characters that could not be read. Give the crontab as a file in UTF-8.";
        }

        var faults = made.Network.Jobs.SelectMany(JobValidator.Validate).Concat(made.Network.Triggers!.SelectMany(trigger => TriggerValidator.Validate(trigger, made.Network))).ToArray();
        return faults.Length == 0 ? null : string.Join(" ", faults.Select(fault => $"{fault.Message} {fault.Fix}"));
    }

    private static bool HasUnreadable(string text) => text.IndexOfAny(new[] { '\uFFFD', '\0' }) >= 0;
}
