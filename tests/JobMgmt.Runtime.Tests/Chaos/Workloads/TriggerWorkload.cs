using System.Collections.Concurrent;
using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Stack;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>
/// Triggers of a network, on the published stack: times of the next seconds, some of them of several triggers, and files that arrive. Each due time and each file starts one run of the network,
/// through one execution of StartNetwork for each trigger and file: a second execution would find the run there, and stay unseen.
/// </summary>
internal sealed class TriggerWorkload : IChaosWorkload
{
    private const string Network = "triggered";
    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");
    private readonly ConcurrentDictionary<string, string> _dueTimes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _tooLate = new(StringComparer.Ordinal); // those that may have been made when their time was over
    private readonly ConcurrentDictionary<string, byte> _files = new(StringComparer.Ordinal);
    private string _machine = "";
    private int _last;

    public async Task PrepareAsync(ChaosRun run)
    {
        Directory.CreateDirectory(Inbox(run));
        var network = new JobNetwork
        {
            Name = Network,
            Tag = new Dictionary<string, string> { ["role"] = "job_worker" },
            Parameter = new Dictionary<string, string?> { ["key"] = "" },
            Jobs = [new JobDefinition { Name = "j", Command = ["true"], When = "false" }], // what starts it is tested here; other workloads run commands
        };
        var artefact = NetworkCompiler.Artefact(network, _names);
        await StackPublication.PublishAsync(artefact, run.Runtime.CallAsync);
        _machine = artefact.Arn;
        await run.Runtime.AskAsync("scheduler", "CreateScheduleGroup", ("Name", _names.ScheduleGroup), ("ClientToken", "group"));
        var trigger = new JobTrigger { Name = "files", OnPath = Path.Combine(Inbox(run), "*.csv"), Parameter = new Dictionary<string, string> { ["key"] = "$.detail.object.key" } };
        await StackPublication.PublishAsync(TriggerRules.Of(Network, trigger, _names), _names, run.Runtime.CallAsync);
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(1000, 3000));
        var dueTimes = Enumerable.Range(0, random.Next(2, 6)).Select(_ => due + TimeSpan.FromSeconds(random.Next(2))).ToArray();
        var made = Task.WhenAll(dueTimes.Select(time => MakeAsync(run, new JobTrigger
        {
            Name = $"at-{Interlocked.Increment(ref _last)}",
            At = time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        })));
        foreach (var isRenamed in new[] { true, false })
        {
            var file = $"{Interlocked.Increment(ref _last)}.csv";
            var path = Path.Combine(Inbox(run), file);
            File.WriteAllText(isRenamed ? path + ".part" : path, file); // at once: one that is empty for a while is told as such
            if (isRenamed)
            {
                File.Move(path + ".part", path);
            }

            _files[file] = 0;
        }

        await made;
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await Eventually.GetAsync(() => StartsAsync(run), found => _dueTimes.Keys.Concat(_files.Keys).All(found.Contains));
        await WholeCheck.SettleAsync(run);
        var starts = await StartsAsync(run);
        foreach (var name in _dueTimes.Keys.Concat(_files.Keys))
        {
            run.Report.Expect("a trigger's due time, and a file, are told to StartNetwork once", starts[name].Count() == 1, () => $"{name}: {starts[name].Count()}");
        }

        foreach (var name in _tooLate.Keys)
        {
            run.Report.Expect("a trigger that is deleted starts once at most", starts[name].Count() <= 1, () => $"{name}: {starts[name].Count()}");
        }

        var runs = (await InputsAsync(run, _machine)).ConvertAll(one => (one.Name, Of(one.Input.Object("Trigger")!.Text("Name")!, one.Input.Object("Parameters")?.Text("key"))));
        var byDue = runs.ToLookup(one => one.Name, StringComparer.Ordinal);
        var byCause = runs.ToLookup(one => one.Item2, StringComparer.Ordinal);
        var dueTimes = _dueTimes.Values.Distinct(StringComparer.Ordinal).ToArray();
        foreach (var due in dueTimes)
        {
            run.Report.Expect("a due time starts one run of the network", byDue[RunName(due)].Count() == 1, () => $"{due}: {byDue[RunName(due)].Count()}");
        }

        foreach (var file in _files.Keys)
        {
            run.Report.Expect("a file starts one run of the network", byCause[file].Count() == 1, () => $"{file}: {byCause[file].Count()}");
        }

        var known = dueTimes.Concat(_tooLate.Values).Select(RunName).ToHashSet(StringComparer.Ordinal);
        run.Report.Expect(
            "no run of the network comes from nowhere",
            runs.Count(one => !known.Contains(one.Name)) == _files.Count,
            () => $"{runs.Count} runs, {dueTimes.Length} due times and {_tooLate.Count} too late, {_files.Count} files");
    }

    private async Task MakeAsync(ChaosRun run, JobTrigger trigger)
    {
        var schedule = TriggerSchedules.Of(Network, trigger, TimeProvider.System.GetUtcNow())[0];
        await run.Runtime.AskAsync(
            "scheduler",
            "CreateSchedule",
            ("Name", schedule.Name),
            ("GroupName", _names.ScheduleGroup),
            ("ClientToken", trigger.Name),
            ("ScheduleExpression", schedule.Expression),
            ("FlexibleTimeWindow", JsonObject.Of(("Mode", "OFF"))),
            ("Target", JsonObject.Of(("Arn", _names.StartNetworkArn), ("RoleArn", _names.RoleArn(_names.TriggerRole)), ("Input", schedule.Input.ToString()))));
        run.Report.Count("triggers made");
        if (!ScheduleWorkload.MayBeOver(DateTimeOffset.Parse(trigger.At!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))
        {
            _dueTimes[trigger.Name] = trigger.At!;
            return;
        }

        _tooLate[trigger.Name] = trigger.At!;
        await run.Runtime.AskAsync("scheduler", "DeleteSchedule", ("Name", schedule.Name), ("GroupName", _names.ScheduleGroup), ("ClientToken", $"back-{trigger.Name}"));
    }

    /// <summary>What StartNetwork was started for: the names of triggers, and of files.</summary>
    private static async Task<ILookup<string, string>> StartsAsync(ChaosRun run) => (await InputsAsync(run, _names.StartNetworkArn)).ToLookup(
        start => Of(start.Input.Object("Trigger")!.Text("Name")!, start.Input.Object("Event")?.Object("detail")?.Object("object")?.Text("key")), start => start.Name, StringComparer.Ordinal);

    private static async Task<List<(string Name, JsonObject Input)>> InputsAsync(ChaosRun run, string machine)
    {
        var inputs = new List<(string, JsonObject)>();
        foreach (var execution in await run.ExecutionsAsync(machine))
        {
            inputs.Add((execution.Text("name")!, (JsonObject)JsonValue.Parse((await run.DescribeAsync(execution.Text("executionArn")!)).Text("input")!)));
        }

        return inputs;
    }

    private static string Of(string trigger, string? file) => string.IsNullOrEmpty(file) ? trigger : file;

    private static string RunName(string due) => $"{Network}-{due.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}Z";

    private static string Inbox(ChaosRun run) => Path.Combine(run.Folder, "triggers");
}
