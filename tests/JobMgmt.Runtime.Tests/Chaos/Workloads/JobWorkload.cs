using System.Collections.Concurrent;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>
/// Job networks on the published RunJob stack, with several workers: each job runs once on one of them; a failed one is alerted once; the command of a stopped run
/// does not run on.
/// </summary>
internal sealed class JobWorkload : IChaosWorkload
{
    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");
    private static readonly RunJobStackOptions _options = new() { WorkerBusyIntervalSeconds = 1, WorkerBusyMaxAttempts = 1 };
    private readonly ConcurrentDictionary<string, string> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _machines = [];
    private int _last;

    public async Task PrepareAsync(ChaosRun run)
    {
        foreach (var artefact in RunJobStack.Artefacts(_names, _options))
        {
            await StackPublication.PublishAsync(artefact, run.Runtime.CallAsync);
        }

        await run.Runtime.AskAsync(
            "ec2", "RunInstances", ("ImageId", "ami-chaos"), ("MinCount", 3), ("MaxCount", 3),
            ("TagSpecifications", JsonValue.Parse("""[{"ResourceType":"instance","Tags":[{"Key":"role","Value":"job_worker"}]}]""")));
        var mark = $"echo \"$SSM_COMMAND_ID $AWS_SSM_INSTANCE_ID\" >>'{run.Marks("jobs")}'";
        await DeployAsync(run, "good", new JobDefinition { Name = "first", Command = [mark, "sleep 0.2"] }, new JobDefinition { Name = "second", Command = [mark] });
        await DeployAsync(run, "bad", new JobDefinition { Name = "fails", Command = [mark, "exit 7"] });
        await DeployAsync(run, "long", new JobDefinition { Name = "long", Command = [mark, $"while echo alive >>'{run.Marks("alive")}'; do sleep 0.1; done"] });
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var number = Interlocked.Increment(ref _last);
        var network = (number % 3) switch { 0 => "bad", 1 => "good", _ => "long" };
        var name = $"{network}-{number}";
        var execution = (await run.Runtime.AskAsync(
            "states", "StartExecution", ("stateMachineArn", _machines[network]), ("name", name), ("input", """{"role":"job_worker"}"""))).Text("executionArn")!;
        _runs[execution] = network switch { "bad" => "FAILED", "good" => "SUCCEEDED", _ => "ABORTED" };
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1500, 3500)), TimeProvider.System);
        if (network == "long")
        {
            await run.Runtime.AskAsync("states", "StopExecution", ("executionArn", execution));
        }
    }

    public async Task CheckAsync(ChaosRun run)
    {
        var commands = new List<string>();
        var alerts = (await run.LoggedEventsAsync(_names.ChannelLogGroup("high"))).ToLookup(alert => alert.Object("detail")!.Text("executionURL")!.Split("details/")[^1], StringComparer.Ordinal);
        foreach (var (execution, expected) in _runs)
        {
            var described = await run.DescribeAsync(execution);
            run.Report.Expect("every run of a network has ended as it must", described.Text("status") == expected, () => $"{expected} was expected: {described}");
            var jobs = (await run.HistoryAsync(execution)).FindAll(item => item.Text("type") is "TaskSucceeded" or "TaskFailed").ConvertAll(Command);
            commands.AddRange(jobs.OfType<string>());
            if (expected == "FAILED")
            {
                run.Report.Expect("a failed run is alerted once", alerts[execution].Count() == 1, () => $"{execution}: {alerts[execution].Count()} of {string.Join(' ', alerts.Select(a => a.Key))}");
            }
        }

        var starts = run.MarksOf("jobs").Select(line => line.Split(' ')[0]).ToLookup(id => id, StringComparer.Ordinal);
        foreach (var start in starts)
        {
            run.Report.Expect("a job's process is started once at most", start.Count() == 1, () => $"{start.Key}: {start.Count()}");
        }

        foreach (var command in commands)
        {
            run.Report.Expect("a job that ended has run, once", starts[command].Count() == 1, () => $"{command}: {starts[command].Count()}");
        }

        run.Report.Expect("two runs share no command", commands.Distinct(StringComparer.Ordinal).Count() == commands.Count, () => "");
    }

    /// <summary>The command of a job's end, where the event is one.</summary>
    private static string? Command(JsonObject item)
    {
        var text = item.Object("taskSucceededEventDetails")?.Text("output") ?? item.Object("taskFailedEventDetails")?.Text("cause");
        return text is not null && JsonValue.TryParse(text, out var value) && value is JsonObject job && job["CommandId"] is JsonString id ? id.Value : null;
    }

    private async Task DeployAsync(ChaosRun run, string name, params JobDefinition[] jobs)
    {
        var network = new JobNetwork { Name = name, AlertChannel = "high", Jobs = jobs };
        var artefact = NetworkCompiler.Artefact(network, _names, _options);
        await StackPublication.PublishAsync(artefact, run.Runtime.CallAsync);
        _machines[name] = artefact.Arn;
    }
}
