using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>What triggers start, over the wire: StartNetwork and the rules and schedules before it.</summary>
public sealed class StartNetworkTests(PublishedStack stack) : IClassFixture<PublishedStack>
{
    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");

    [Fact]
    public async Task DueTime_StartsOneRun_HoweverOftenItComes()
    {
        var machine = await DeployAsync("once");
        const string input = """{"NetworkName":"once","DueTime":"2026-11-28T03:00:00Z","Trigger":{"Name":"t"},"Input":{"tags":{"role":"x"}}}""";

        var first = await StartAsync(input);
        var again = await StartAsync(input.Replace("\"t\"", "\"u\"", StringComparison.Ordinal));

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (first.Text("status"), again.Text("status")));
        var run = Assert.Single(await RunsAsync(machine));
        Assert.Equal("once-20261128T030000Z", run.Text("name"));
        Assert.Equal("""{"tags":{"role":"x"},"Trigger":{"Name":"t","DueTime":"2026-11-28T03:00:00Z"}}""", await InputAsync(run));
    }

    [Fact]
    public async Task Event_StartsARun_WithParametersFromIt()
    {
        var machine = await DeployAsync("event", "key", "size", "lost", "plain");
        var parameter = new Dictionary<string, string> { ["key"] = "$.detail.object.key", ["size"] = "$.detail.object.size", ["lost"] = "$.detail.nothing.here", ["plain"] = "a <id> $5" };
        var rule = TriggerRules.Of("event", new JobTrigger { Name = "t", OnFile = "s3://incoming/in/", Parameter = parameter }, _names);
        var pattern = JsonValue.Parse(rule.EventPattern.ToString().Replace("aws.s3", "my.s3", StringComparison.Ordinal)); // nobody but AWS puts events of aws.s3
        await StackPublication.PublishAsync(rule with { EventPattern = (JsonObject)pattern }, _names, stack.Runtime.Client.CallAsync);

        await stack.Runtime.CallAsync("events", "PutEvents", ("Entries", new JsonArray([JsonObject.Of(
            ("Source", "my.s3"), ("DetailType", "Object Created"), ("Time", 1795834800), ("Detail", """{"bucket":{"name":"incoming"},"object":{"key":"in/a \"b\" 日.csv","size":17}}"""))])));

        var run = (await Eventually.GetAsync(() => RunsAsync(machine), runs => runs.Length > 0))[0];
        Assert.Matches("^event-20261128T030000Z-[0-9a-f]{8}$", run.Text("name"));
        var input = CommandTestExtensions.Json(await InputAsync(run));
        Assert.Equal(JsonValue.Parse("""{"key":"in/a \"b\" 日.csv","size":"17","lost":"","plain":"a <id> $5"}"""), input["Parameters"]);
        Assert.Equal(run.Text("name")[^8..], ((JsonObject)input["Trigger"]!).Text("Mark"));
    }

    [Fact]
    public async Task NetworkAfterAnother_HasItsDueTime_AndBusinessDate()
    {
        var before = await DeployAsync("before");
        var after = await DeployAsync("after");
        var runs = new List<string>();
        foreach (var (name, input) in new[] { ("r1", """{"tags":{},"Trigger":{"Name":"x","DueTime":"2026-11-28T21:00:00Z","BusinessDate":"2026-11-29"}}"""), ("r2", "[]") })
        {
            var started = await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", before), ("name", name), ("input", input));
            runs.Add(started.Text("executionArn"));
        }

        // the first one is told twice, as when it had to be restarted
        foreach (var run in runs.Append(runs[0]))
        {
            var end = await StartAsync($$$$"""{"NetworkName":"after","DueTime":"2026-11-28T23:23:23Z","Event":{"id":"1","detail":{"executionArn":"{{{{run}}}}"}},"Trigger":{"Name":"t","After":"before"},"Input":{"tags":{}}}""");
            Assert.Equal("SUCCEEDED", end.Text("status"));
        }

        var found = await RunsAsync(after);
        Assert.Equal(2, found.Length);
        var inherited = Assert.Single(found, run => run.Text("name") == "after-20261128T210000Z");
        Assert.Equal("""{"tags":{},"Trigger":{"Name":"t","DueTime":"2026-11-28T21:00:00Z","BusinessDate":"2026-11-29"}}""", await InputAsync(inherited));
    }

    [Fact]
    public async Task NetworkAfterAnother_StartsForEachOfItsRuns_OfOneDueTime()
    {
        var before = await DeployAsync("each-before");
        var after = await DeployAsync("each-after");
        var last = await DeployAsync("each-last");
        (string Name, string? Mark)[] runs =
        [
            ("file-1", "0a1b2c3d"), ("file-2", "4e5f6a7b"), ("file-1-restart-1", "0a1b2c3d"), ("by-schedule", null), ("forged", "no name: at all"),
            ("p-job-1-1-0123456789abcdef", null), ("p-job-2-1-0123456789abcdef", null), ("p-job-2-1-0123456789abcdef-restart-1", null),
        ];
        foreach (var (name, mark) in runs)
        {
            var trigger = JsonObject.Of(("Name", "x"), ("DueTime", "2026-11-28T21:00:00Z"), ("Mark", mark is null ? null : (JsonValue)mark));
            await FollowAsync("each-after", "each-before", await StartedAsync(before, name, JsonObject.Of(("tags", JsonObject.Empty), ("Trigger", trigger)).ToString()));
        }

        var found = await RunsAsync(after);
        Assert.Equal(5, found.Length);
        Assert.Equal(["", "-0a1b2c3d", "-4e5f6a7b"], found.Select(run => run.Text("name")["each-after-20261128T210000Z".Length..]).Where(mark => mark is "" or "-0a1b2c3d" or "-4e5f6a7b").Order(StringComparer.Ordinal));
        foreach (var run in found)
        {
            await FollowAsync("each-last", "each-after", run.Text("executionArn"));
        }

        Assert.Equal(found.Select(run => run.Text("name")["each-after".Length..]).Order(StringComparer.Ordinal), (await RunsAsync(last)).Select(run => run.Text("name")["each-last".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NetworkAfterRunsThatNoTriggerStarted_TellsThemApart_ByTheirNames()
    {
        var before = await DeployAsync("hand-before");
        var network = "hand-after-" + new string('x', 52); // so that the name is as long as it may be
        var after = await DeployAsync(network);
        foreach (var name in new[] { "a", "b", "a-restart-1" })
        {
            await FollowAsync(network, "hand-before", await StartedAsync(before, name, "{}"));
        }

        var found = await Task.WhenAll((await RunsAsync(after)).Select(async run => (Name: run.Text("name"), Mark: ((JsonObject)CommandTestExtensions.Json(await InputAsync(run))["Trigger"]!).Text("Mark"))));
        Assert.All(found, run => Assert.Matches($"^{network[..54]}-[0-9]{{8}}T[0-9]{{6}}Z-{run.Mark}$", run.Name));
        Assert.Equal(2, found.Select(run => run.Mark).Distinct().Count());
    }

    [Fact]
    public async Task NetworkThatIsGone_RaisesAnAlert()
    {
        var end = await StartAsync("""{"NetworkName":"gone","DueTime":"2026-11-28T03:00:00Z","Trigger":{"Name":"t"},"Input":{"tags":{}}}""");

        Assert.Equal(("FAILED", JobErrors.NotStarted), (end.Text("status"), end.Text("error")));
        var alert = await stack.AlertAsync("high", end.Text("executionArn"));
        Assert.Equal((JobErrors.NotStarted, "gone"), (alert.Text("error"), alert.Text("networkName")));
        Assert.Contains("due at 2026-11-28T03:00:00Z", alert.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatHasNotBegunInTime_RaisesOneAlert()
    {
        var machine = await DeployAsync("late");
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var input = TriggerSchedules.Of("late", new JobTrigger { Name = "t", EventPattern = """{"source":["x"]}""", StartBy = "02:00", TimeZone = "Asia/Tokyo" }, TimeProvider.System.GetUtcNow())
            .Single().Input.With("DueTime", now).ToString();

        var late = await StartAsync(input);
        await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("name", "by-hand"), ("input", "{}"));
        var inTime = await StartAsync(input);

        Assert.Equal(("FAILED", "SUCCEEDED"), (late.Text("status"), inTime.Text("status")));
        var alert = await stack.AlertAsync("high", late.Text("executionArn"));
        Assert.Equal((JobErrors.Overdue, "late"), (alert.Text("error"), alert.Text("networkName")));
        Assert.Contains("by 02:00 (Asia/Tokyo)", alert.Text("cause"), StringComparison.Ordinal);
        Assert.Single(await RunsAsync(machine));
    }

    [Theory]
    [InlineData(IfRunning.Queue, "Wait for turn")]
    [InlineData(IfRunning.Skip, "Skipped")]
    public async Task RunThatWaitsForAnother_OrWasSkipped_HasNotBegun(IfRunning ifRunning, string state)
    {
        var network = $"behind-{ifRunning}";
        var machine = await DeployAsync(network, ifRunning, [], isHeld: true); // so that the first run goes on as long as it is to
        var hangs = await StartedAsync("yesterday", "Hold job 1");
        await Eventually.IsTrueAsync(() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() > (long)hangs);
        var tonight = await StartedAsync("tonight", state);

        var missed = await LookAsync(tonight);
        var begun = await LookAsync(hangs);

        Assert.Equal(("FAILED", "SUCCEEDED"), (missed.Text("status"), begun.Text("status")));
        Assert.Contains("it waits for another run of the network, or was skipped", (await stack.AlertAsync("high", missed.Text("executionArn"))).Text("cause"), StringComparison.Ordinal);

        async Task<double> StartedAsync(string name, string at)
        {
            var run = await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("name", name), ("input", "{}"));
            await Eventually.GetAsync(() => EnteredAsync(run.Text("executionArn")), entered => entered.Contains(at));
            return ((JsonNumber)run["startDate"]!).ToDouble();
        }

        Task<JsonObject> LookAsync(double due) => StartAsync(JsonObject.Of(
            ("NetworkName", network),
            ("DueTime", DateTimeOffset.FromUnixTimeSeconds((long)due).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
            ("Look", JsonObject.Of(("Seconds", 0), ("Slack", 0))),
            ("Trigger", JsonObject.Of(("Name", "t"), ("StartBy", "02:00")))).ToString());
    }

    [Fact]
    public async Task RunThatIsHeld_OrThatSomebodyDiscarded_IsNotOverdue()
    {
        var machine = await DeployAsync("decided");
        var run = await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("input", """{"Hold":{"Reason":"r","By":"ann"}}"""));
        var events = await Eventually.GetAsync(() => EventsAsync(run.Text("executionArn")), found => found.Any(item => item.Text("type") == "TaskSubmitted"));
        var look = $$$"""{"NetworkName":"decided","DueTime":"2026-01-01T00:00:00Z","Look":{"Seconds":0,"Slack":0},"Trigger":{"Name":"t","StartBy":"02:00"}}""";

        var held = await StartAsync(look);
        var asked = CommandTestExtensions.Json(((JsonObject)events.First(item => item.Text("type") == "TaskScheduled")["taskScheduledEventDetails"]!).Text("parameters"));
        var detail = (JsonObject)((JsonObject)((JsonArray)asked["Entries"]!)[0])["Detail"]!;
        await stack.Runtime.CallAsync("states", "SendTaskFailure", ("taskToken", detail.Text("taskToken")), ("error", JobErrors.RunDiscarded), ("cause", "not needed"));
        await stack.EndAsync(run.Text("executionArn"));
        var discarded = await StartAsync(look);

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (held.Text("status"), discarded.Text("status")));
        Assert.Contains("Skipped", await EnteredAsync(run.Text("executionArn")));
    }

    [Fact]
    public async Task RunThatBeganBeforeTheTriggerWasDue_IsNoneOfIt()
    {
        var machine = await DeployAsync("earlier");
        await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("name", "rerun"), ("input", "{}"));
        var by = TimeProvider.System.GetUtcNow().AddMinutes(2);
        string Look(int minutes) => TriggerSchedules.Of("earlier", new JobTrigger { Name = "t", Cron = $"{by.AddMinutes(-minutes):m' 'H} * * *", StartBy = $"{by:HH:mm}" }, by)
            .Single(schedule => schedule.Input.Contains("Look")).Input.With("DueTime", by.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)).ToString();

        var missed = await StartAsync(Look(1));
        var begun = await StartAsync(Look(10));

        Assert.Equal(("FAILED", "SUCCEEDED"), (missed.Text("status"), begun.Text("status")));
    }

    [Theory]
    [InlineData("cron(0 3 ? * MON-FRI *)", CalendarShift.None, "2026-12-28T18:00:00Z", "2026-12-29", null)]
    [InlineData("cron(0 3 ? * MON-FRI *)", CalendarShift.None, "2026-12-30T18:00:00Z", "2026-12-31", "closed: 年末")]
    [InlineData("cron(0 3 ? * MON-FRI *)", CalendarShift.None, "2026-12-25T18:00:00Z", "2026-12-26", "closed: SAT")]
    [InlineData("cron(0 3 31 * ? *)", CalendarShift.Previous, "2026-12-28T18:00:00Z", "2026-12-29", "not due")]
    [InlineData("cron(0 3 31 * ? *)", CalendarShift.Previous, "2026-12-29T18:00:00Z", "2026-12-30", null)]
    [InlineData("cron(0 3 31 * ? *)", CalendarShift.Next, "2027-01-03T18:00:00Z", "2027-01-04", null)]
    public async Task Calendar_DecidesWhetherTheDayIsTheTriggers(string cron, CalendarShift shift, string due, string businessDate, string? notDue)
    {
        var network = $"day-{due.Replace(":", "", StringComparison.Ordinal)}-{shift}";
        var machine = await DeployAsync(network);

        var end = await FireAsync(network, new JobTrigger { Name = "t", Cron = cron, TimeZone = "Asia/Tokyo", Calendar = await CalendarAsync(), Shift = shift }, due);

        Assert.Equal("SUCCEEDED", end.Text("status"));
        var runs = await RunsAsync(machine);
        if (notDue is not null)
        {
            Assert.Empty(runs);
            Assert.Equal(JsonObject.Of(("Runs", false), ("BusinessDate", businessDate), ("Reason", notDue)), CommandTestExtensions.Json(end.Text("output")));
            return;
        }

        var run = Assert.Single(runs);
        Assert.Equal(NameOf(network, due), run.Text("name"));
        Assert.Equal(JsonObject.Of(("Name", "t"), ("DueTime", due), ("BusinessDate", businessDate)), CommandTestExtensions.Json(await InputAsync(run))["Trigger"]);
    }

    [Theory]
    [InlineData("2029-01-01T18:00:00Z", "jp", "jp*2026-01-01*Set-JobCalendar jp")]
    [InlineData("2026-12-28T18:00:00Z", "nowhere", "*ParameterNotFound*")]
    public async Task CalendarThatDoesNotTellTheDay_RaisesAnAlert(string due, string calendar, string cause)
    {
        var network = $"untold-{calendar}";
        var machine = await DeployAsync(network);
        await CalendarAsync();

        var end = await FireAsync(network, new JobTrigger { Name = "t", Cron = "cron(0 3 * * ? *)", TimeZone = "Asia/Tokyo", Calendar = calendar }, due);

        Assert.Equal(("FAILED", JobErrors.NotStarted), (end.Text("status"), end.Text("error")));
        Assert.Empty(await RunsAsync(machine));
        var alert = await stack.AlertAsync("high", end.Text("executionArn"));
        Assert.Equal((JobErrors.NotStarted, network), (alert.Text("error"), alert.Text("networkName")));
        Assert.All(cause.Split('*'), part => Assert.Contains(part, alert.Text("cause"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z", true)]
    [InlineData("2026-12-31T03:00:00Z", "2026-12-31T03:00:01Z", true)]
    [InlineData("2026-12-30T00:00:00Z", "2026-12-31T03:00:00Z", false)]
    [InlineData("2026-12-31T03:00:01Z", null, false)]
    [InlineData("2026-12-01T00:00:00Z", null, true)]
    public async Task SuspendedNetwork_IsStarted_WithAHold(string from, string? until, bool isHeld)
    {
        const string due = "2026-12-31T03:00:00Z";
        var network = $"held-{from.Replace(":", "", StringComparison.Ordinal)}-{until is null}";
        var machine = await DeployAsync(network);
        await SuspendAsync(network, from, until);

        Assert.Equal("SUCCEEDED", (await FireAsync(network, new JobTrigger { Name = "t", Cron = "cron(0 3 * * ? *)" }, due)).Text("status"));

        var run = Assert.Single(await RunsAsync(machine));
        Assert.Equal(NameOf(network, due), run.Text("name"));
        Assert.Equal(isHeld ? JsonObject.Of(("Reason", "棚卸 \"x\""), ("By", "ann")) : null, CommandTestExtensions.Json(await InputAsync(run))["Hold"]);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "06:00")]
    [InlineData(true, "06:00")]
    public async Task Start_TakesWhatMeasureTells(bool hasCalendar, string? startBy)
    {
        var network = $"measured-{hasCalendar}-{startBy is null}";
        await DeployAsync(network);
        var trigger = new JobTrigger { Name = "t", Cron = "cron(0 3 ? * MON-FRI *)", TimeZone = "Asia/Tokyo", Calendar = hasCalendar ? await CalendarAsync() : null, StartBy = startBy };
        var inputs = TriggerSchedules.Of(network, trigger, DateTimeOffset.UnixEpoch).Select(schedule => schedule.Input);

        var events = new List<JsonObject>();
        foreach (var (input, due) in inputs.Zip(["2026-01-05T18:00:00Z", "2026-01-05T21:00:00Z"]))
        {
            var end = await StartAsync(input.With("DueTime", due).ToString());
            Assert.Equal("SUCCEEDED", end.Text("status"));
            events.AddRange(await EventsAsync(end.Text("executionArn")));
        }

        AssertCounted(BesideRun.Start(trigger), events);
    }

    [Fact]
    public async Task StartAfterAnother_TakesWhatMeasureTells()
    {
        var before = await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", await DeployAsync("counted-before")), ("input", "{}"));
        await DeployAsync("counted-after");

        var end = await StartAsync($$$$"""{"NetworkName":"counted-after","DueTime":"2026-11-28T23:23:23Z","Event":{"id":"1","detail":{"executionArn":"{{{{before.Text("executionArn")}}}}"}},"Trigger":{"Name":"t","After":"counted-before"},"Input":{"tags":{}}}""");

        AssertCounted(BesideRun.Start(new JobTrigger { Name = "t", After = "counted-before" }), await EventsAsync(end.Text("executionArn")));
    }

    private static void AssertCounted(RunCost counted, IReadOnlyCollection<JsonObject> events)
    {
        Assert.Equal(events.Count(item => item["stateEnteredEventDetails"] is JsonObject), counted.StartTransitions);
        Assert.Equal(events.Count(item => item.Text("type") == "TaskScheduled"), counted.Calls.Values.Sum());
    }

    private static string NameOf(string network, string due) => $"{network}-{due.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}";

    /// <summary>A calendar of Japan's office days, which knows 2026 to 2028.</summary>
    private async Task<string> CalendarAsync()
    {
        var calendar = new JobCalendar
        {
            Name = "jp",
            TimeZone = "Asia/Tokyo",
            OpenWeekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            Dates = [new CalendarDate(new DateTime(2026, 12, 31), false, "年末"), new CalendarDate(new DateTime(2027, 1, 1), false, "元日")],
            FirstYear = 2026,
            LastYear = 2028,
        };
        await stack.Runtime.CallAsync(
            "ssm", "PutParameter", ("Name", _names.CalendarParameter(calendar.Name)), ("Type", "String"), ("Tier", "Advanced"), ("Overwrite", true), ("Value", CalendarJson.Write(calendar).ToString()));
        return calendar.Name;
    }

    private Task SuspendAsync(string network, string from, string? until)
    {
        var period = new[] { ("From", (string?)from), ("Until", until), ("Reason", "棚卸 \"x\""), ("By", "ann") }.Where(member => member.Item2 is not null)
            .Select(member => new KeyValuePair<string, JsonValue>(member.Item1, JsonObject.Of(("S", member.Item2!))));
        return stack.Runtime.CallAsync("dynamodb", "PutItem", ("TableName", _names.LockTable), ("Item", JsonObject.Of(
            ("Lock", JsonObject.Of(("S", $"suspend#{network}"))),
            ("Periods", JsonObject.Of(("M", JsonObject.Of(("p", JsonObject.Of(("M", new JsonObject(period)))))))))));
    }

    /// <summary>What the trigger's schedule gives to StartNetwork at that time.</summary>
    private Task<JsonObject> FireAsync(string network, JobTrigger trigger, string due) =>
        StartAsync(TriggerSchedules.Of(network, trigger, DateTimeOffset.UnixEpoch)[0].Input.With("DueTime", due).ToString());

    private Task<string> DeployAsync(string name, params string[] parameters) => DeployAsync(name, IfRunning.Allow, parameters);

    private async Task<string> DeployAsync(string name, IfRunning ifRunning, string[] parameters, bool isHeld = false)
    {
        var network = new JobNetwork { Name = name, IfRunning = ifRunning, Tag = new Dictionary<string, string> { ["role"] = "nobody" }, Parameter = parameters.ToDictionary(parameter => parameter, _ => (string?)""), Jobs = [new JobDefinition { Name = "j", Command = ["true"], Hold = isHeld }] };
        var artefact = NetworkCompiler.Artefact(network, _names);
        await StackPublication.PublishAsync(artefact, stack.Runtime.Client.CallAsync);
        return artefact.Arn;
    }

    private async Task<JsonObject> StartAsync(string input) => await stack.EndAsync(await stack.StartAsync(_names.StartNetworkArn, input));

    private async Task<string> StartedAsync(string machine, string name, string input) =>
        (await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("name", name), ("input", input))).Text("executionArn");

    private async Task FollowAsync(string network, string after, string run) => Assert.Equal("SUCCEEDED", (await StartAsync(
        $$$$"""{"NetworkName":"{{{{network}}}}","DueTime":"2026-11-28T23:23:23Z","Event":{"id":"1","detail":{"executionArn":"{{{{run}}}}"}},"Trigger":{"Name":"t","After":"{{{{after}}}}"},"Input":{"tags":{}}}""")).Text("status"));

    private async Task<JsonObject[]> RunsAsync(string machine) =>
        ((JsonArray)(await stack.Runtime.CallAsync("states", "ListExecutions", ("stateMachineArn", machine)))["executions"]!).Cast<JsonObject>().ToArray();

    private async Task<JsonObject[]> EventsAsync(string run) =>
        ((JsonArray)(await stack.Runtime.CallAsync("states", "GetExecutionHistory", ("executionArn", run)))["events"]!).Cast<JsonObject>().ToArray();

    private async Task<string[]> EnteredAsync(string run) =>
        (await EventsAsync(run)).Select(item => (item["stateEnteredEventDetails"] as JsonObject)?.Text("name")).OfType<string>().ToArray();

    private async Task<string> InputAsync(JsonObject run) => (await stack.Runtime.CallAsync("states", "DescribeExecution", ("executionArn", run.Text("executionArn")))).Text("input");
}
