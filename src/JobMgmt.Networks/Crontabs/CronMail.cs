using System.Text.RegularExpressions;
using JobMgmt.Networks.Definitions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>What <c>MAILTO</c> says as the channel of a network's alerts. cron mails all output; a channel gets failures. Of other addresses it makes other channels.</summary>
/// <param name="given">The channel of all alerts; null: that of each <c>MAILTO</c>.</param>
internal sealed class CronMail(string? given)
{
    private static readonly Regex NotOfChannel = new("[^A-Za-z0-9._-]+", RegexOptions.CultureInvariant);
    private static readonly Regex Outside = new(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", RegexOptions.CultureInvariant);
    private static readonly Regex Bracketed = new("<([^<>]+)>\\s*\\z", RegexOptions.CultureInvariant);

    // What a channel's name has a hyphen for; other signs would be lost from it.
    private static readonly Regex Told = new("^[A-Za-z0-9._@,-]*\\z", RegexOptions.CultureInvariant);
    private static readonly char[] Ends = ['-', '.', '_'];
    private readonly Dictionary<string, string> _byChannel = new(StringComparer.Ordinal);

    /// <summary>The channel, or null for the stack's default, and what there is to know of it.</summary>
    internal (string? Channel, IReadOnlyList<string> Notes) Channel(CrontabEntry entry)
    {
        var text = entry.Variable("MAILTO")?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return (given, text is null ? [] : [$"MAILTO is empty, so cron mails nothing; failures still alert {(given is null ? "the default channel" : $"'{given}'")}."]);
        }

        if (given is not null)
        {
            return (given, [$"Alerts go to '{given}', not to MAILTO, {text}."]);
        }

        var addresses = Outside.Split(text!).Select(Address).Where(one => one.Length > 0).ToArray();
        if (!addresses.Any(one => one.Any(char.IsLetterOrDigit)))
        {
            return (null, [$"MAILTO, {text}, makes no channel's name: alerts go to the default channel."]);
        }

        var name = Name(string.Join(",", addresses));
        var users = string.Join(", ", addresses.Where(IsUser));
        return (name,
        [
            $"MAILTO: make its channel, New-JobAlertChannel {name} -Mail {string.Join(", ", addresses.Select(one => IsUser(one) ? "ADDRESS" : PowerShellText.Word(one)))}"
            + $"{(users.Length == 0 ? "" : $" with a mail address for {users}, which is a user of the machine")}; it gets failures, where cron mails all output.",
        ]);
    }

    private string Name(string addresses)
    {
        var plain = NotOfChannel.Replace(addresses, "-").Trim(Ends);
        var name = plain.Length > NameRules.MaxChannelName || !Told.IsMatch(addresses) ? Distinct(plain, addresses) : plain;
        if (_byChannel.TryGetValue(name, out var other) && other != addresses)
        {
            name = Distinct(plain, addresses);
        }

        _byChannel[name] = addresses;
        return name;
    }

    private static string Distinct(string plain, string addresses)
    {
        var most = NameRules.MaxChannelName - ShortName.Cut("", NameRules.MaxChannelName, addresses).Length;
        var lead = plain.Substring(0, Math.Min(plain.Length, most)).TrimEnd(Ends);
        return ShortName.Cut(lead.Length == 0 ? "mail" : lead, NameRules.MaxChannelName, addresses);
    }

    // Ops Team <ops@example.com> is at ops@example.com, and that is what a topic takes.
    private static string Address(string text) => (Bracketed.Match(text) is { Success: true } found ? found.Groups[1].Value : text).Trim();

    // cron hands a bare name to the machine's own mail, which a channel can't reach.
    private static bool IsUser(string address) => address.IndexOf('@') < 0;
}
