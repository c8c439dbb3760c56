using JobMgmt.Networks.Crontabs;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Tests.Crontabs;

public sealed class CrontabConverterTests
{
    private static readonly CrontabEntry DailyLine = new() { LineNumber = 3, Line = "25 6 * * * root run-parts /etc/cron.daily", Time = "25 6 * * *", User = "root", Command = "run-parts /etc/cron.daily" };

    [Theory]
    [InlineData("/opt/batch/load.sh --all", "load")]
    [InlineData("cd /opt/batch && ./load.py", "load")]
    [InlineData("[ -x /usr/bin/backup ] && /usr/bin/backup -q", "backup")]
    [InlineData("test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }", "cron.daily")]
    [InlineData("if [ -x /etc/munin/plugins/apt_all ]; then /etc/munin/plugins/apt_all update 7200 12 >/dev/null; fi", "apt_all")]
    [InlineData("LANG=C nice -n 10 /usr/local/bin/report", "report")]
    [InlineData("flock -n /tmp/sync.lock rsync -a /a /b", "rsync")]
    [InlineData("timeout 5m python3 -u /srv/app/fetch.py", "fetch")]
    [InlineData("bash -c 'echo hello'", "echo")]
    [InlineData("/usr/bin/php -q artisan schedule:run >> /dev/null 2>&1", "artisan")]
    [InlineData("\"/opt/my tools/x.sh\"", "my")]
    [InlineData("perl -e 'sleep int(rand(3600))'; certbot -q renew", "certbot")]
    [InlineData("perl -e 'print 1'", "perl")]
    [InlineData("$HOME/bin/daily.job", "daily.job")]
    [InlineData("/opt/集計.sh", "集計")]
    [InlineData("cd /tmp", "cd")]
    [InlineData("!", "job")]
    public void ANetworkIsCalledAfterItsProgram(string command, string name)
    {
        var network = Assert.Single(CrontabSamples.Convert("0 3 * * * " + command).Networks).Network;
        Assert.Equal((name, name), (network.Name, network.Jobs[0].Name));
        Assert.Empty(NetworkValidator.Validate(network, new RunJobStackNames("", "aws", "eu-west-1", "123456789012")));
    }

    [Fact]
    public void NamesAreDistinctOverAllCrontabsOfAConverter()
    {
        var converter = new CrontabConverter(new CrontabOptions { TimeZone = "UTC", Now = CrontabSamples.Now, NamePrefix = "db-" });
        var lines = converter.Convert("0 1 * * * load\n0 2 * * * Load\n0 3 * * * load", CrontabFormat.User, "bob").Networks.Concat(converter.Convert("0 1 * * * bob load", CrontabFormat.System, "").Networks);
        Assert.Equal(["db-load", "db-Load-2", "db-load-3", "db-load-4"], lines.Select(line => line.Network.Name));
    }

    [Theory]
    [InlineData("# Nightly load\n# of the warehouse\n", "Nightly load of the warehouse (cron: 0 3 * * * load)", "the comment above the line")]
    [InlineData("# Nightly load\n\n", "cron: 0 3 * * * load", "a comment with space behind it is about something else")]
    [InlineData("# This is a crontab.\n#\n# Load\n", "Load (cron: 0 3 * * * load)", "the last paragraph")]
    [InlineData("# Edit this file to introduce tasks.\n# \n# m h  dom mon dow   command\n", "cron: 0 3 * * * load", "the head of Debian's crontabs")]
    [InlineData("# Example of job definition:\n# .---------------- minute (0 - 59)\n# |  .------------- hour (0 - 23)\n# |  |  |  |  |\n# *  *  *  *  * user-name command to be executed\n", "cron: 0 3 * * * load", "the legend of /etc/crontab")]
    [InlineData("# 0 4 * * * old-load\n# @daily older\n", "cron: 0 3 * * * load", "lines that are turned off")]
    public void TheCommentIsTheDescription(string comment, string description, string reason) =>
        Assert.True(description == CrontabSamples.Convert(comment + "0 3 * * * load").Networks[0].Network.Description, reason);

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("MAILTO=ops@example.com\n", null, "ops-example.com", "New-JobAlertChannel ops-example.com -Mail ops@example.com")]
    [InlineData("MAILTO=\"ops@example.com, dev@example.com\"\n", null, "ops-example.com-dev-example.com", "-Mail ops@example.com, dev@example.com")]
    [InlineData("MAILTO=bob\n", null, "bob", "New-JobAlertChannel bob -Mail ADDRESS with a mail address for bob,")]
    [InlineData("MAILTO=a.person.with.a.long.name@mail.example.com\n", null, "a.person.with.a.long.na-4d3e3438", "-Mail a.person.with.a.long.name@mail.example.com")]
    [InlineData("MAILTO=Ops Team <ops@example.com>\n", null, "ops-example.com", "-Mail ops@example.com;")]
    [InlineData("MAILTO=Ops <ops@example.com>, o'brien+cron@example.com\n", null, "ops-example.com-o-brien-2fb7c536", "-Mail ops@example.com, 'o''brien+cron@example.com';")]
    [InlineData("MAILTO='\"Team, Ops\" <ops@example.com>'\n", null, "ops-example.com", "-Mail ops@example.com;")]
    [InlineData("MAILTO=フー@例え.jp\n", null, "jp-b6e88d61", "-Mail 'フー@例え.jp';")]
    [InlineData("MAILTO=当番\n", null, "mail-e6ce45d8", "-Mail ADDRESS with a mail address for 当番,")]
    [InlineData("MAILTO=\"\"\n", null, null, "MAILTO is empty, so cron mails nothing")]
    [InlineData("MAILTO=@\n", null, null, "makes no channel's name")]
    [InlineData("MAILTO=ops@example.com\n", "high", "high", "Alerts go to 'high'")]
    [InlineData("MAILTO=\"\"\n", "high", "high", "still alert 'high'")]
    public void MailtoIsAChannel(string setting, string? given, string? channel, string? note)
    {
        var all = CrontabSamples.Convert(setting + "0 3 * * * load\n0 4 * * * clean", alertChannel: given).Networks;
        var made = all[0];
        Assert.Equal((channel, channel), (made.Network.AlertChannel, all[1].Network.AlertChannel));
        Assert.Empty(all[1].Notes); // told once
        if (note is null)
        {
            Assert.Empty(made.Notes);
        }
        else
        {
            Assert.Contains(note, Assert.Single(made.Notes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("batch-operations-tokyo@mail.example.co.jp,alice@example.jp", "batch-operations-tokyo@mail.example.co.jp,bob@example.jp", "what is cut off")]
    [InlineData("フー@例え.jp", "バー@例え.jp", "letters that a name can't have")]
    [InlineData("ops+a@example.com", "ops-a@example.com", "signs that a name can't have")]
    [InlineData("a-b@c.example", "a@b-c.example", "where the @ is")]
    public void OtherAddressesAreAnotherChannel(string one, string other, string reason)
    {
        var channels = CrontabSamples.Convert($"MAILTO={one}\n0 1 * * * a\nMAILTO={other}\n0 2 * * * b\nMAILTO={one}\n0 3 * * * c").Networks.Select(line => line.Network.AlertChannel!).ToArray();
        Assert.True(channels[0] != channels[1] && channels[0] == channels[2], $"{reason}: {string.Join(" ", channels)}");
        Assert.All(channels, channel => Assert.Matches("^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$", channel));
    }

    [Theory]
    [InlineData("0 3 * * * root\techo hi", "root", "a tab")]
    [InlineData("0 3 * * * root echo hi\n0 4 * * * /opt/x.sh", "root", "root is no program, whatever the other lines are")]
    [InlineData("0 3 * * * www-data /usr/bin/php cron.php\n17 * * * * www-data cd / && ./x", "www-data", "every line has a user")]
    [InlineData("0 3 * * * www-data /usr/bin/php cron.php\n17 * * * * /opt/x.sh", null, "a line has none")]
    [InlineData("0 3 * * * rsync /a /b", null, "a program that is known")]
    [InlineData("0 3 * * * python3 /opt/x.py", null, "a program that runs others")]
    [InlineData("0 3 * * * backup --all\n0 4 * * * backup weekly", null, "nothing behind it is a program")]
    [InlineData("0 3 * * * load", null, "one word is the command")]
    public void ALineOfASystemCrontab_IsTold(string crontab, string? user, string reason)
    {
        var made = CrontabSamples.Convert(crontab).Networks[0];
        Assert.True((user is null ? 0 : 1) == made.Notes.Count && (user is null || made.Notes[0].StartsWith($"The command begins with '{user}',", StringComparison.Ordinal)), $"{reason}: {string.Join(" ", made.Notes)}");
        Assert.Equal("bob", made.User);
    }

    [Theory]
    [InlineData("", "0 3 * * *", "Asia/Tokyo", "Asia/Tokyo", TriggerGap.Skip, TriggerRepeat.Once, null, "a clock that is never set")]
    [InlineData("", "30 2 * * *", "Europe/Berlin", "Europe/Berlin", TriggerGap.RunAfter, TriggerRepeat.Once, null, "a fixed time is made up for, and not repeated")]
    [InlineData("", "30 * * * 1", "Europe/Berlin", "Europe/Berlin", TriggerGap.Skip, TriggerRepeat.Twice, null, "a star in the hour goes by the clock")]
    [InlineData("", "*/20 1-3 * * *", "Europe/Berlin", "Europe/Berlin", TriggerGap.Skip, TriggerRepeat.Twice, null, "a star in the minute, too")]
    [InlineData("", "*/20 * * * *", "Europe/Berlin", "UTC", TriggerGap.Skip, TriggerRepeat.Once, null, "every hour is the same by UTC")]
    [InlineData("", "@hourly", "Europe/Berlin", "UTC", TriggerGap.Skip, TriggerRepeat.Once, null, "every hour, too")]
    [InlineData("", "*/20 * * * *", "Australia/Lord_Howe", "Australia/Lord_Howe", TriggerGap.Skip, TriggerRepeat.Twice, null, "a clock that is set by half an hour")]
    [InlineData("", "0 0-23 * * *", "Europe/Berlin", "Europe/Berlin", TriggerGap.RunAfter, TriggerRepeat.Once, "On 2026-03-29, when the clock is set forward, cron starts it 2 times in a row", "all hours written out are fixed times")]
    [InlineData("", "0,30 2 * * *", "Europe/Berlin", "Europe/Berlin", TriggerGap.RunAfter, TriggerRepeat.Once, "2 times in a row", "two times are left out")]
    [InlineData("CRON_TZ=America/New_York\n", "@daily", "UTC", "America/New_York", TriggerGap.RunAfter, TriggerRepeat.Once, "as cronie has it", "a zone of its own")]
    [InlineData("CRON_TZ=\n", "@daily", "UTC", "UTC", TriggerGap.Skip, TriggerRepeat.Once, null, "no zone of its own any more")]
    public void DaylightSavingIsAsUnderCron(string setting, string time, string zone, string triggerZone, TriggerGap gap, TriggerRepeat repeat, string? note, string reason)
    {
        var made = Assert.Single(CrontabSamples.Convert($"{setting}{time} load", zone: zone).Networks);
        var trigger = Assert.Single(made.Network.Triggers!);
        Assert.True((time, triggerZone, gap, repeat) == (trigger.Cron, trigger.TimeZone, trigger.OnGap, trigger.OnRepeat), $"{reason}: {trigger}");
        Assert.Equal(note is null ? 0 : 1, made.Notes.Count);
        Assert.Contains(note ?? "", made.Notes.Count == 0 ? "" : made.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45", 45 * 60, "within 45 minutes")]
    [InlineData("5000", 1440 * 60, "within 1440 minutes after its time, as cronie does; Debian's cron passes over RANDOM_DELAY. It takes no more; the crontab has 5000.")]
    [InlineData("abc", null, "RANDOM_DELAY, abc, is no number of minutes")]
    [InlineData("-5", null, "RANDOM_DELAY, -5, is no number of minutes")]
    [InlineData("0", null, null)]
    public void ARandomDelayIsAFlexibleWindow(string delay, int? window, string? note)
    {
        var made = CrontabSamples.Convert($"RANDOM_DELAY={delay}\n@daily load").Networks[0];
        Assert.Equal(window, made.Network.Triggers![0].FlexibleWindow);
        Assert.Equal(note is null ? 0 : 1, made.Notes.Count);
        Assert.Contains(note ?? "", made.Notes.Count == 0 ? "" : made.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@reboot load", CrontabFormat.User, "due when the machine starts")]
    [InlineData("0 0 */2 * 1 load", CrontabFormat.User, "AWS's cron has no word for that")]
    [InlineData("0 0 31 2 * load", CrontabFormat.User, "never due")]
    [InlineData("CRON_TZ=Mars/Base\n0 0 * * * load", CrontabFormat.User, "'Mars/Base' is no time zone")]
    [InlineData("0 0 * * * bob:staff load", CrontabFormat.System, "'bob:staff' is no user name")]
    [InlineData("0 0 * * * caf\uFFFD", CrontabFormat.User, "could not be read")]
    [InlineData("NAME=caf\uFFFD\n0 0 * * * load", CrontabFormat.User, "could not be read")]
    [InlineData("-0 0 * * * load", CrontabFormat.User, "minute, column 1")]
    public void ALineThatCanNotBeTakenOverIsAFault(string crontab, CrontabFormat format, string reason)
    {
        var made = CrontabSamples.Convert(crontab, format);
        Assert.Empty(made.Networks);
        var fault = Assert.Single(made.Faults);
        Assert.Equal(crontab.Split('\n').Length, fault.LineNumber);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void NoLineOfACrontabIsLost()
    {
        var text = Cases.Text("crontab/cron.d");
        var made = CrontabSamples.Convert(text, CrontabFormat.System, "Europe/Berlin");
        Assert.Equal(
            text.Split('\n').Count(line => line.Trim().Length > 0 && line.Trim()[0] != '#'), made.Networks.Count + made.Faults.Count + made.Settings);
        Assert.Equal(["backup", "sessionclean", "collect", "apt_all", "sa1", "certbot", "report", "mail"], made.Networks.Select(line => line.Network.Name));
        Assert.Equal(["root", "root", "nobody", "munin", "root", "root", "batch", "batch"], made.Networks.Select(line => line.User));
        Assert.Equal([24, 25], made.Faults.Select(fault => fault.LineNumber));
        Assert.All(made.Networks, line => Assert.Empty(NetworkValidator.Validate(line.Network, new RunJobStackNames("", "aws", "eu-west-1", "123456789012"))));
    }

    [Fact]
    public void ARunPartsDirectoryIsANetwork_WhoseScriptsRunOneAfterTheOther()
    {
        var (made, reason) = new CrontabConverter(new CrontabOptions { TimeZone = "UTC", Now = CrontabSamples.Now }).Convert("/etc/cron.daily", ["man-db", "Fail", "apt"], DailyLine);
        Assert.Null(reason);
        Assert.Equal(("cron.daily", "25 6 * * *"), (made!.Network.Name, made.Network.Triggers![0].Cron));
        Assert.Equal([("Fail-job", JobRunOn.Success), ("apt", JobRunOn.Always), ("man-db", JobRunOn.Always)], made.Network.Jobs.Select(job => (job.Name, job.RunOn)));
        Assert.Equal(["", "Fail-job", "apt"], made.Network.Jobs.Select(job => string.Join(",", job.After!)));
        Assert.Contains(made.Network.Jobs[1].Command, line => line.Contains("cd / && { [ ! -x /etc/cron.daily/apt ] || exec /etc/cron.daily/apt; }", StringComparison.Ordinal));
        Assert.Empty(NetworkValidator.Validate(made.Network, new RunJobStackNames("", "aws", "eu-west-1", "123456789012")));
    }
}
