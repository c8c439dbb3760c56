using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Triggers;

public sealed class TriggerScheduleTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);
    private static readonly RunJobStackNames _names = new("a-long-prefix-16", "aws", "us-east-1", "000000000000");

    private static readonly JobTrigger _everything = new()
    {
        Name = "All_of-it", Cron = "0 3 * * *", TimeZone = "Asia/Tokyo", StartDate = "2026-12-01T00:00:00", EndDate = "2027-12-01T00:00:00", FlexibleWindow = 900, OnGap = TriggerGap.RunAfter,
        OnRepeat = TriggerRepeat.Twice, Tag = new Dictionary<string, string> { ["role"] = "日次" }, Parameter = new Dictionary<string, string> { ["x"] = "<id> \"q\" \\ \n" }, RetryAttempts = 0, RetryAge = 3600,
        DeadLetterQueue = "arn:aws:sqs:us-east-1:000000000000:q", Description = "<b> & 'c' {{ d }}",
    };

    [Fact]
    public void Trigger_IsReadBackFromItsSchedules()
    {
        foreach (var schedule in TriggerSchedules.Of("夜間 'n'", _everything, _now))
        {
            Assert.True(TriggerSchedules.TryRead(schedule.Input.ToString(), out var network, out var read));
            Assert.Equal("夜間 'n'", network);
            Assert.True(TriggerComparison.AreSame(_everything, read));
        }

        Assert.False(TriggerSchedules.TryRead("""{"NetworkName":"n"}""", out _, out _));
        Assert.False(TriggerSchedules.TryRead("<x>", out _, out _));
    }

    [Fact]
    public void Trigger_IsReadBackFromItsRule_WhateverIsWrittenInIt()
    {
        var trigger = _everything with { Cron = null, TimeZone = "UTC", StartDate = null, EndDate = null, FlexibleWindow = null, OnGap = default, OnRepeat = default, EventPattern = """{"source":["<id>"]}""" };

        var rule = TriggerRules.Of("n", trigger, _names);

        Assert.True(TriggerRules.TryRead(rule.InputTemplate, out var network, out var read));
        Assert.Equal("n", network);
        Assert.True(TriggerComparison.AreSame(trigger, read));
        Assert.Equal(["detail", "id", "source", "time", "type"], rule.InputPaths.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nightly")]
    [InlineData("a.network.with.dots")]
    [InlineData("日次集計")]
    [InlineData("a-network-whose-name-is-as-long-as-a-state-machines-name-may-be")]
    public void Names_AreWhatAwsTakes_AndTellNetworksApart(string network)
    {
        const string trigger = "a-trigger-with-the-longest-name_";
        var schedule = TriggerSchedules.Of(network, _everything with { Name = trigger, Cron = "0 3 13 * FRI" }, _now).Select(one => one.Name).ToArray();
        var rule = TriggerRules.Name(network, trigger, _names);

        Assert.All(schedule.Append(rule), name => Assert.Matches("^[0-9A-Za-z_.-]{1,64}$", name));
        Assert.Equal(2, schedule.Distinct().Count());
        Assert.All(schedule, name => Assert.StartsWith(TriggerSchedules.Lead(network, trigger), name, StringComparison.Ordinal));
        Assert.NotEqual(TriggerSchedules.Lead(network), TriggerSchedules.Lead(network + "x"));
        Assert.NotEqual(rule, TriggerRules.Name(network + "x", trigger, _names));
    }

    [Theory]
    [InlineData("30 2 * * *", TriggerGap.RunAfter, TriggerRepeat.Once, 6)]
    [InlineData("30 2 * * *", TriggerGap.RunAfter, TriggerRepeat.Twice, 11)]
    [InlineData("30 2 * * *", TriggerGap.Skip, TriggerRepeat.Once, 1)]
    [InlineData("30 4 * * *", TriggerGap.RunAfter, TriggerRepeat.Twice, 1)]
    public void DaylightSaving_IsMended_ForFiveYears(string cron, TriggerGap gap, TriggerRepeat repeat, int count)
    {
        var schedules = TriggerSchedules.Of("n", new JobTrigger { Name = "t", Cron = cron, TimeZone = "Europe/Berlin", OnGap = gap, OnRepeat = repeat }, _now);

        Assert.Equal(count, schedules.Count);
        Assert.All(schedules.Skip(1), schedule => Assert.StartsWith("at(", schedule.Expression, StringComparison.Ordinal));
        Assert.All(schedules.Skip(1), schedule => Assert.Equal("UTC", schedule.TimeZone));
    }

    // Now is 2026-11-28T09:00:00 in Tokyo. Scheduler refuses a date of more than 5 minutes ago.
    [Theory]
    [InlineData("0 3 * * *", null, "2026-12-01T00:00:00", "2026-12-01T00:00:00")]
    [InlineData("0 3 * * *", null, "2026-11-01T00:00:00", null)]
    [InlineData(null, "1 day", "2026-12-01T00:00:00", "2026-12-01T00:00:00")]
    [InlineData(null, "1 day", "2026-11-01T10:30:00", "2026-11-28T10:30:00")]
    [InlineData(null, "7 days", "2026-11-01T08:30:00", "2026-11-29T08:30:00")]
    [InlineData(null, "1 hour", "2026-11-28T09:00:00", "2026-11-28T10:00:00")]
    public void StartDateThatHasPassed_IsNotSentAgain_AndARateKeepsItsTimes(string? cron, string? rate, string given, string? expected)
    {
        var schedule = TriggerSchedules.Of("n", new JobTrigger { Name = "t", Cron = cron, Rate = rate, TimeZone = "Asia/Tokyo", StartDate = given }, _now)[0];

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected + "+09:00", System.Globalization.CultureInfo.InvariantCulture), schedule.StartDate);
        Assert.True(TriggerSchedules.TryRead(schedule.Input.ToString(), out _, out var read));
        Assert.Equal(given, read.StartDate);
    }

    [Fact]
    public void MendsOfDaylightSaving_HaveNoDates() =>
        Assert.All(
            TriggerSchedules.Of("n", new JobTrigger { Name = "t", Cron = "30 2 * * *", TimeZone = "Europe/Berlin", OnGap = TriggerGap.RunAfter, StartDate = "2026-12-01T00:00:00", EndDate = "2029-12-01T00:00:00" }, _now).Skip(1),
            schedule => Assert.Equal((null, null), (schedule.StartDate, schedule.EndDate)));

    [Theory]
    [InlineData("30 1 * * MON-FRI", "Asia/Tokyo", "cron(0 2 ? * MON-FRI *)", """{"Seconds":1800,"Slack":0}""")]
    [InlineData("30 1 * * MON-FRI", "Europe/Berlin", "cron(0 2 ? * MON-FRI *)", """{"Seconds":1800,"Slack":3600}""")]
    [InlineData("0 1 25 * ? *", "Asia/Tokyo", "cron(0 2 25 * ? *)", """{"Seconds":3600,"Slack":0}""")]
    [InlineData("30 23 * * *", "Asia/Tokyo", "cron(0 2 * * ? *)", """{"Seconds":9000,"Slack":0}""")]
    [InlineData("0 22,23 * * FRI,SAT", "Asia/Tokyo", "cron(0 2 ? * 1,7 *)", """{"Seconds":14400,"Slack":0}""")]
    [InlineData("*/10 20-23 ? * MON-THU *", "Asia/Tokyo", "cron(0 2 ? * 3,4,5,6 *)", """{"Seconds":21600,"Slack":0}""")]
    [InlineData(null, "Asia/Tokyo", "cron(0 2 * * ? *)", "true")]
    public void StartBy_IsLookedAt_OnTheDaysOfTheTrigger_OrTheDaysAfterThem(string? cron, string zone, string expected, string how)
    {
        var look = TriggerSchedules.Of("n", new JobTrigger { Name = "t", Cron = cron, OnFile = cron is null ? "s3://bucket" : null, StartBy = "02:00", TimeZone = zone }, _now)[^1];

        Assert.Equal((expected, zone), (look.Expression, look.TimeZone));
        Assert.Equal(JsonValue.Parse(how), look.Input["Look"]);
        Assert.True(TriggerSchedules.TryRead(look.Input.ToString(), out _, out var read));
        Assert.Equal("02:00", read.StartBy);
    }

    [Theory]
    [InlineData("s3://in.bucket/sales/", """{"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["in.bucket"]},"object":{"key":[{"prefix":"sales/"}]}}}""")]
    [InlineData("s3://bucket", """{"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["bucket"]}}}""")]
    [InlineData("s3://bucket/in/*.csv", """{"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["bucket"]},"object":{"key":[{"wildcard":"in/*.csv"}]}}}""")]
    public void OnFile_IsAPattern(string place, string expected) =>
        Assert.Equal(JsonValue.Parse(expected), TriggerRules.Of("n", new JobTrigger { Name = "t", OnFile = place }, _names).EventPattern);

    [Theory]
    [InlineData("/data/in/", "/data/in", null)]
    [InlineData("/data/in/*.csv", "/data/in", """{"wildcard":"*.csv"}""")]
    [InlineData("/data/done", "/data", "\"done\"")]
    [InlineData("/done", "/", "\"done\"")]
    public void OnPath_IsAPattern(string path, string folder, string? key)
    {
        var detail = (JsonObject)TriggerRules.Of("n", new JobTrigger { Name = "t", OnPath = path }, _names).EventPattern["detail"]!;

        Assert.Equal(JsonValue.Parse($$"""{"name":["{{folder}}"]}"""), detail["bucket"]);
        Assert.Equal(key is null ? null : JsonValue.Parse($$"""{"key":[{{key}}]}"""), detail["object"]);
    }

    public static TheoryData<string, JobTrigger> Faults => new()
    {
        { "Cron", new JobTrigger { Name = "t" } },
        { "Rate", new JobTrigger { Name = "t", Cron = "@daily", Rate = "1 day" } },
        { "Cron", new JobTrigger { Name = "t", Cron = "@reboot" } },
        { "Cron", new JobTrigger { Name = "t", Cron = "60 * * * *" } },
        { "Cron", new JobTrigger { Name = "t", Cron = "0 3 * * * *" } },
        { "Rate", new JobTrigger { Name = "t", Rate = "5 fortnights" } },
        { "Cron", new JobTrigger { Name = "t", Cron = "rate(5 minutes)" } },
        { "At", new JobTrigger { Name = "t", At = "tomorrow" } },
        { "At", new JobTrigger { Name = "t", At = "2027-03-28T02:30:00", TimeZone = "Europe/Berlin" } },
        { "TimeZone", new JobTrigger { Name = "t", Cron = "@daily", TimeZone = "JST" + "x" } },
        { "StartDate", new JobTrigger { Name = "t", Cron = "@daily", StartDate = "2026-13-01T00:00:00" } },
        { "EndDate", new JobTrigger { Name = "t", Cron = "@daily", StartDate = "2026-12-01T00:00:00", EndDate = "2026-12-01T00:00:00" } },
        { "StartDate", new JobTrigger { Name = "t", At = "2026-12-01T00:00:00", StartDate = "2026-12-01T00:00:00" } },
        { "FlexibleWindow", new JobTrigger { Name = "t", Cron = "@daily", FlexibleWindow = 90 } },
        { "FlexibleWindow", new JobTrigger { Name = "t", EventPattern = """{"a":["b"]}""", FlexibleWindow = 60 } },
        { "RetryAttempts", new JobTrigger { Name = "t", Cron = "@daily", RetryAttempts = 186 } },
        { "RetryAge", new JobTrigger { Name = "t", Cron = "@daily", RetryAge = 1 } },
        { "DeadLetterQueue", new JobTrigger { Name = "t", Cron = "@daily", DeadLetterQueue = "q" } },
        { "Name", new JobTrigger { Name = "a.b", Cron = "@daily" } },
        { "Name", new JobTrigger { Name = "", Cron = "@daily" } },
        { "Tag.a", new JobTrigger { Name = "t", Cron = "@daily", Tag = new Dictionary<string, string> { ["a"] = "" } } },
        { "Parameter", new JobTrigger { Name = "t", Cron = "@daily", Parameter = new Dictionary<string, string> { ["nix"] = "1" } } },
        { "EventPattern", new JobTrigger { Name = "t", EventPattern = "[1]" } },
        { "OnFile", new JobTrigger { Name = "t", OnFile = "bucket/key" } },
        { "OnPath", new JobTrigger { Name = "t", OnPath = "in/*.csv" } },
        { "OnPath", new JobTrigger { Name = "t", OnPath = "/in/*/x" } },
        { "After", new JobTrigger { Name = "t", After = "nightly" } },
        { "StartBy", new JobTrigger { Name = "t", Cron = "@daily", StartBy = "2 am" } },
        { "StartBy", new JobTrigger { Name = "t", Cron = "0 3 * * *", StartBy = "03:00" } },
        { "StartBy", new JobTrigger { Name = "t", Cron = "0 23 1 * *", StartBy = "03:00" } },
        { "StartBy", new JobTrigger { Name = "t", Cron = "0 23 ? * 6L *", StartBy = "03:00" } },
        { "StartBy", new JobTrigger { Name = "t", Cron = "0 23 * 6 ? *", StartBy = "03:00" } },
        { "StartBy", new JobTrigger { Name = "t", Rate = "1 day", StartBy = "03:00" } },
        { "Calendar", new JobTrigger { Name = "t", Rate = "1 day", Calendar = "c" } },
        { "Shift", new JobTrigger { Name = "t", Cron = "@daily", Shift = JobMgmt.Schedules.Calendars.CalendarShift.Next } },
        { "Cron", new JobTrigger { Name = "t", Cron = "0 3 15W * ? *", Calendar = "c" } },
        { "BusinessDay", new JobTrigger { Name = "t", Cron = "@daily", Calendar = "c", BusinessDay = [0] } },
        { "OnlyIf", new JobTrigger { Name = "t", Cron = "@daily", OnlyIf = TriggerOnlyIf.Failed } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_NameTheMember(string place, JobTrigger trigger) =>
        Assert.Equal(place, Assert.Single(TriggerValidator.Validate(trigger, new JobNetwork { Name = "nightly" })).Place);

    [Fact]
    public void NetworksTriggers_AreChecked_WithTheirPlace()
    {
        var network = new JobNetwork { Name = "n", Jobs = [new JobDefinition { Name = "a", Command = ["true"] }], Triggers = [new JobTrigger { Name = "t", Cron = "@daily" }, new JobTrigger { Name = "t", Rate = "x" }] };

        Assert.Equal(["Triggers[1].Rate", "Triggers[1].Name"], NetworkValidator.Validate(network, _names).Select(fault => fault.Place));
    }
}
