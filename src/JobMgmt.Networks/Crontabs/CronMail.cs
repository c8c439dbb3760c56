using System.Text.RegularExpressions;
using JobMgmt.Networks.Definitions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>What <c>MAILTO</c> says as the channel of a network's alerts. cron mails all output; a channel gets failures.</summary>
internal static class CronMail
{
    private static readonly Regex NotOfChannel = new("[^A-Za-z0-9._-]+", RegexOptions.CultureInvariant);

    /// <summary>The channel, or null for the stack's default, and what there is to know of it.</summary>
    internal static (string? Channel, IReadOnlyList<string> Notes) Channel(CrontabEntry entry, string? given)
    {
        var address = entry.Variable("MAILTO")?.Trim();
        if (string.IsNullOrEmpty(address))
        {
            return (given, address is null ? Array.Empty<string>() : new[] { $"MAILTO is empty, so cron mails nothing; failures still alert {(given is null ? "the default channel" : $"'{given}'")}." });
        }

        if (given is not null)
        {
            return (given, new[] { $"Alerts go to '{given}', not to MAILTO, {address}." });
        }

        var name = NotOfChannel.Replace(address, "-").Trim('-');
        name = name.Length > NameRules.MaxChannelName ? name.Substring(0, NameRules.MaxChannelName).TrimEnd('-', '.') : name;
        return name.Length == 0
            ? (null, new[] { $"MAILTO, {address}, makes no channel's name: alerts go to the default channel." })
            : (name, new[] { $"MAILTO: make its channel, New-JobAlertChannel {name} -Mail {Addresses(address!, out var users)}{(users.Length == 0 ? "" : $" with a mail address for {users}, which is a user of the machine")}; it gets failures, where cron mails all output." });
    }

    // cron hands a bare name to the machine's own mail, which a channel can't reach.
    private static string Addresses(string text, out string users)
    {
        var all = text.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0).ToArray();
        users = string.Join(", ", all.Where(IsUser));
        return string.Join(", ", all.Select(one => IsUser(one) ? "ADDRESS" : one));
    }

    private static bool IsUser(string address) => address.IndexOf('@') < 0;
}
