using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.ICalendar;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Calendars;

public sealed class ChangeCalendarTests
{
    private const string Frozen = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-CALENDAR-TYPE:DEFAULT_OPEN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Asia/Tokyo:20261228T180000\r\n"
        + "DTEND;TZID=Asia/Tokyo:20270104T090000\r\nSUMMARY:freeze\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private const string Nightly = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-CALENDAR-TYPE:DEFAULT_CLOSED\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000Z\r\nDTEND:20260101T040000Z\r\n"
        + "RRULE:FREQ=DAILY\r\nSUMMARY:window\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Theory]
    [InlineData("frozen", "2026-12-28T08:59:59Z", "OPEN", "2026-12-28T09:00:00Z")]
    [InlineData("frozen", "2026-12-28T09:00:00Z", "CLOSED", "2027-01-04T00:00:00Z")]
    [InlineData("frozen", "2027-01-04T09:00:00+09:00", "OPEN", null)]
    [InlineData("nightly", "2026-06-01T03:59:59Z", "OPEN", "2026-06-01T04:00:00Z")]
    [InlineData("nightly", "2026-06-01T04:00:00Z", "CLOSED", "2026-06-02T00:00:00Z")]
    [InlineData("frozen,nightly", "2026-12-28T02:00:00Z", "OPEN", "2026-12-28T04:00:00Z")]
    [InlineData("frozen,nightly", "2026-12-28T05:00:00Z", "CLOSED", "2027-01-04T00:00:00Z")] // open only where both are
    public async Task State_IsThatOfAllCalendars_AtTheTime(string names, string at, string state, string? next)
    {
        await using var runtime = await StartAsync();
        var answer = await runtime.CallAsync("ssm", "GetCalendarState", ("CalendarNames", new JsonArray(names.Split(',').Select(name => (JsonValue)new JsonString(name)))), ("AtTime", at));
        Assert.Equal((state, next), (answer.Text("State"), answer["NextTransitionTime"] is null ? null : answer.Text("NextTransitionTime")));
        Assert.Equal(DateTimeOffset.Parse(at), DateTimeOffset.Parse(answer.Text("AtTime")));
    }

    [Fact]
    public async Task Document_IsKeptInText_AndNamedByItsArn()
    {
        await using var runtime = await StartAsync();
        var read = await runtime.CallAsync("ssm", "GetDocument", ("Name", "frozen"));
        Assert.Equal((Frozen, "TEXT", "ChangeCalendar"), (read.Text("Content"), read.Text("DocumentFormat"), read.Text("DocumentType")));
        await runtime.CallAsync("ssm", "UpdateDocument", ("Name", "frozen"), ("Content", Nightly), ("DocumentFormat", "TEXT"), ("DocumentVersion", "$LATEST"));
        var names = JsonValue.Parse("""["arn:aws:ssm:us-east-1:000000000000:document/frozen"]""");
        Assert.Equal("OPEN", (await runtime.CallAsync("ssm", "GetCalendarState", ("CalendarNames", names), ("AtTime", "2026-06-01T05:00:00Z"))).Text("State"));
        await runtime.CallAsync("ssm", "UpdateDocumentDefaultVersion", ("Name", "frozen"), ("DocumentVersion", "2"));
        Assert.Equal("CLOSED", (await runtime.CallAsync("ssm", "GetCalendarState", ("CalendarNames", names), ("AtTime", "2026-06-01T05:00:00Z"))).Text("State"));
    }

    [Theory]
    [InlineData("""{"CalendarNames":["gone"]}""", "InvalidDocument")]
    [InlineData("""{"CalendarNames":["AWS-RunShellScript"]}""", "InvalidDocumentType")]
    [InlineData("""{"CalendarNames":[]}""", "ValidationException")]
    [InlineData("""{}""", "ValidationException")]
    [InlineData("""{"CalendarNames":["frozen"],"AtTime":"tomorrow"}""", "ValidationException")]
    public async Task WhatCanNotBeAsked_IsRefused(string request, string code)
    {
        await using var runtime = await StartAsync();
        var members = ((JsonObject)JsonValue.Parse(request)).Select(member => (member.Key, (JsonValue?)member.Value)).ToArray();
        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "GetCalendarState", members))).Code);
    }

    [Theory]
    [InlineData("no calendar", "TEXT", "InvalidDocumentContent")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "TEXT", "InvalidDocumentContent")] // neither open nor closed by default
    [InlineData("{}", "JSON", "ValidationException")]
    public async Task WhatIsNoChangeCalendar_IsRefused(string content, string format, string code)
    {
        await using var runtime = await TestRuntime.StartAsync();
        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => CreateAsync(runtime, "bad", content, format))).Code);
    }

    [Fact]
    public async Task ACalendarOfJobs_IsClosed_WhereItsChangeCalendarIs()
    {
        var calendar = new JobCalendar
        {
            Name = "ny",
            TimeZone = "America/New_York",
            DayStart = TimeSpan.FromHours(6),
            Dates = [new(new(2026, 3, 9), false, "a; b, c\\ " + new string('長', 60)), new(new(2026, 11, 1), true)],
            FirstYear = 2026,
            LastYear = 2026,
        };
        await using var runtime = await TestRuntime.StartAsync();
        await CreateAsync(runtime, "new-york", ChangeCalendarWriter.Write(calendar, calendar.FirstDate, 1), "TEXT");
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            // three of them in the nights in which the clock is changed
            var at = i switch { 0 => new DateTimeOffset(2026, 3, 8, 9, 59, 59, TimeSpan.Zero), 1 => new DateTimeOffset(2026, 3, 8, 10, 0, 0, TimeSpan.Zero), 2 => new DateTimeOffset(2026, 11, 1, 11, 0, 0, TimeSpan.Zero), _ => new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(360 * 1440)) };
            var answer = await runtime.CallAsync("ssm", "GetCalendarState", ("CalendarNames", JsonValue.Parse("""["new-york"]""")), ("AtTime", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")));
            Assert.True((answer.Text("State") == "OPEN") == calendar.IsOpen(calendar.BusinessDateOf(at)), $"{at:u}: {answer}");
        }
    }

    private static async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync();
        await CreateAsync(runtime, "frozen", Frozen, "TEXT");
        await CreateAsync(runtime, "nightly", Nightly, "TEXT");
        return runtime;
    }

    private static Task<JsonObject> CreateAsync(TestRuntime runtime, string name, string content, string format) => runtime.CallAsync(
        "ssm", "CreateDocument", ("Name", name), ("Content", content), ("DocumentType", "ChangeCalendar"), ("DocumentFormat", format));
}
