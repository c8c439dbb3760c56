using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Run Command by clients: a command's process starts once at most, and once where it is told to have run; a cancelled one does not run on.</summary>
internal sealed class CommandWorkload : IChaosWorkload
{
    private const string Group = "/chaos/commands";
    private readonly ConcurrentDictionary<string, string> _expected = new(StringComparer.Ordinal);
    private string _worker = "";
    private int _last;

    public async Task PrepareAsync(ChaosRun run)
    {
        _worker = (await run.Runtime.AskAsync("ec2", "RunInstances", ("ImageId", "ami-chaos"), ("MinCount", 1), ("MaxCount", 1))).Objects("Instances")[0].Text("InstanceId")!;
        await run.Runtime.AskAsync("logs", "CreateLogGroup", ("logGroupName", Group)); // on a busy machine no command may come as far as to make it
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var kind = random.Next(5);
        var comment = $"chaos {Interlocked.Increment(ref _last)}";
        var mark = $"echo \"$SSM_COMMAND_ID\" >>'{run.Marks("commands")}'";
        try
        {
            if (kind == 0)
            {
                var endless = await SendAsync(run, comment, $"{mark}; while echo \"$SSM_COMMAND_ID\" >>'{run.Marks("alive")}'; do sleep 0.1; done");
                _expected[endless] = "Cancelled";
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300)), TimeProvider.System);
                await run.Runtime.AskAsync("ssm", "CancelCommand", ("CommandId", endless));
            }
            else
            {
                var command = await SendAsync(run, comment, $"{mark}; sleep 0.{random.Next(4)}; echo \"out $SSM_COMMAND_ID\"; exit {(kind == 1 ? 3 : 0)}");
                _expected[command] = kind == 1 ? "Failed" : "Success";
            }
        }
        catch (OutcomeUnknownException)
        {
            run.Report.Count("commands never answered");
            await CancelAsync(run, comment); // it may be there all the same, and may be one that does not end by itself
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 500)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        var starts = run.MarksOf("commands").ToLookup(id => id, StringComparer.Ordinal);
        var commands = (await run.Runtime.ListAsync("ssm", "ListCommands", "Commands", "NextToken")).FindAll(command => command.Text("Comment")?.StartsWith("chaos ", StringComparison.Ordinal) == true);
        var statuses = commands.ToDictionary(command => command.Text("CommandId")!, command => command.Text("Status")!, StringComparer.Ordinal);
        var output = (await run.Runtime.ListAsync("logs", "FilterLogEvents", "events", "nextToken", ("logGroupName", Group)))
            .ToLookup(entry => entry.Text("message")!, StringComparer.Ordinal);
        foreach (var start in starts)
        {
            run.Report.Expect("no process is started that no command asked for", statuses.ContainsKey(start.Key), () => start.Key);
            run.Report.Expect("a command's process is started once at most", start.Count() == 1, () => $"{start.Key}: {start.Count()}");
        }

        foreach (var (command, status) in statuses)
        {
            var isKnown = _expected.TryGetValue(command, out var expected);
            run.Report.Expect("every command has ended as it must", isKnown ? status == expected : status is "Success" or "Failed" or "Cancelled", () => $"{command}: {status}, not {expected}");
            if (status is "Success" or "Failed")
            {
                run.Report.Expect("a command that ended has run, once", starts[command].Count() == 1, () => $"{command}: {status}, {starts[command].Count()}");
                run.Report.Expect("a command's output is logged once", output[$"out {command}"].Count() == 1, () => $"{command}: {output[$"out {command}"].Count()}");
            }
        }

        foreach (var command in _expected.Keys)
        {
            run.Report.Expect("every acknowledged command is there", statuses.ContainsKey(command), () => command);
        }
    }

    private static async Task CancelAsync(ChaosRun run, string comment)
    {
        foreach (var command in (await run.Runtime.ListAsync("ssm", "ListCommands", "Commands", "NextToken")).FindAll(command => command.Text("Comment") == comment))
        {
            await run.Runtime.AskAsync("ssm", "CancelCommand", ("CommandId", command["CommandId"]));
        }
    }

    private async Task<string> SendAsync(ChaosRun run, string comment, string script)
    {
        var answer = await run.Runtime.CallAsync(
            "ssm",
            "SendCommand",
            ("DocumentName", "AWS-RunShellScript"),
            ("Comment", comment),
            ("InstanceIds", new JsonArray([_worker])),
            ("Parameters", JsonObject.Of(("commands", new JsonArray([script])))),
            ("CloudWatchOutputConfig", JsonObject.Of(("CloudWatchOutputEnabled", true), ("CloudWatchLogGroupName", Group))));
        return answer.Object("Command")!.Text("CommandId")!;
    }
}
