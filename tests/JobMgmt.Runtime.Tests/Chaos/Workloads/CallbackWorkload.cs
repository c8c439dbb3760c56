using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>
/// Task tokens: handed out by an event that a rule puts into a log group, answered by success, by failure, or by both at once, with heartbeats before. One answer
/// counts, and it is in the history; every later one is told that the task is gone.
/// </summary>
internal sealed class CallbackWorkload : IChaosWorkload
{
    private const string Definition = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents.waitForTaskToken","HeartbeatSeconds":3600,"End":true,
          "Parameters":{"Entries":[{"Source":"chaos.token","DetailType":"token","Detail":{"token.$":"$$.Task.Token","name.$":"$$.Execution.Name"}}]}}}}
        """;

    private readonly ExecutionLedger _ledger = new("callback");
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public int Clients => 4;

    public async Task PrepareAsync(ChaosRun run)
    {
        await run.LogEventsAsync("chaos-tokens", """{"source":["chaos.token"]}""", "/chaos/tokens");
        await _ledger.CreateAsync(run, Definition);
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var name = (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name))))!;
        var scheduled = (await run.HistoryAsync(_ledger.ArnOf(name))).Find(item => item.Text("type") == "TaskScheduled");
        run.Report.Expect("what a start leads to is there with its answer", scheduled is not null, () => name);
        var parameters = (JsonObject)JsonValue.Parse(scheduled!.Object("taskScheduledEventDetails")!.Text("parameters")!);
        var token = parameters.Objects("Entries")[0].Object("Detail")!.Text("token")!;
        _tokens[name] = token;
        if (random.Next(3) == 0)
        {
            await run.Runtime.AskAsync("states", "SendTaskHeartbeat", ("taskToken", token));
        }

        Task<Answer> SucceedAsync() => AnswerAsync(run, "SendTaskSuccess", ("taskToken", token), ("output", $"\"{name}\""));
        Task<Answer> FailAsync() => AnswerAsync(run, "SendTaskFailure", ("taskToken", token), ("error", "Chaos"), ("cause", name));
        var kind = random.Next(4);
        var (success, failure) = (Answer.TooLate, Answer.TooLate);
        if (kind == 0)
        {
            success = await SucceedAsync();
            failure = await FailAsync();
            run.Report.Expect("a token that is answered is gone", failure != Answer.Accepted, () => name);
        }
        else if (kind == 1)
        {
            failure = await FailAsync();
            success = await SucceedAsync();
            run.Report.Expect("a token that is answered is gone", success != Answer.Accepted, () => name);
        }
        else
        {
            var answers = await Task.WhenAll(SucceedAsync(), FailAsync());
            (success, failure) = (answers[0], answers[1]);
        }

        run.Report.Expect("of two answers to a token one counts at most", success != Answer.Accepted || failure != Answer.Accepted, () => $"{name}: {success} {failure}");
        if (success == Answer.Accepted || failure == Answer.Accepted)
        {
            _ledger.Expect(name, success == Answer.Accepted ? "SUCCEEDED" : "FAILED", success == Answer.Accepted ? $"\"{name}\"" : null);
        }
        else
        {
            // each may have been carried out without an answer: the execution itself says which
            _ledger.Expect(name, (await EndAsync(run, _ledger.ArnOf(name))).Text("status")!);
        }
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await _ledger.CheckAsync(run);
        var logged = (await run.LoggedEventsAsync("/chaos/tokens")).ToLookup(entry => entry.Object("detail")!.Text("name")!, StringComparer.Ordinal);
        foreach (var (name, token) in _tokens)
        {
            run.Report.Expect(
                "a task's event reaches its log group once", logged[name].Select(entry => entry.Object("detail")!.Text("token")).SequenceEqual([token]),
                () => $"{name}: {logged[name].Count()}");
        }
    }

    private static Task<JsonObject> EndAsync(ChaosRun run, string execution) =>
        Eventually.GetAsync(() => run.DescribeAsync(execution), described => described.Text("status") != "RUNNING");

    private static async Task<Answer> AnswerAsync(ChaosRun run, string operation, params (string Name, JsonValue? Value)[] request)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await run.Runtime.CallAsync("states", operation, request);
                return Answer.Accepted;
            }
            catch (AwsErrorException error) when (error.Code == "TaskTimedOut")
            {
                return isFirst ? Answer.TooLate : Answer.Unknown; // of an earlier call, or of the other one
            }
            catch (OutcomeUnknownException)
            {
                // asked again
            }
        }
    }

    private enum Answer
    {
        Accepted,
        TooLate,
        Unknown,
    }
}
