using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>PutEvents, ten a call from eight clients, against 1, 100 and 10,000 rules of which one matches every second event: into a log group, and into executions.</summary>
internal sealed class EventWorkload : Workload
{
    private const int Clients = 8;
    private const int InOneCall = 10;
    private const int PeerEvents = 200; // it takes a few a second
    private const string Account = "000000000000";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public override string Name => "events";

    public override IReadOnlyList<Figure> Figures { get; } =
        [FigureTable.Events1, FigureTable.Events100, FigureTable.Events10000, FigureTable.EventsLogged100, FigureTable.EventsStarted100];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var count = server.Scale < 1 ? PeerEvents : Count(2000, scale) * InOneCall;
        measurements.Add(FigureTable.Events1, count / Logged(server, client, 1, count).Accepted.TotalSeconds);
        var (accepted, logged) = Logged(server, client, 100, count);
        measurements.Add(FigureTable.Events100, count / accepted.TotalSeconds);
        measurements.Add(FigureTable.EventsLogged100, count / logged.TotalSeconds);
        if (server.Scale < 1)
        {
            return; // each event costs the peer as much as it has rules: that would take hours
        }

        measurements.Add(FigureTable.EventsStarted100, count / Started(server, client, 100, count).TotalSeconds);
        measurements.Add(FigureTable.Events10000, count / Logged(server, client, 10_000, count).Accepted.TotalSeconds);
    }

    private static (TimeSpan Accepted, TimeSpan Logged) Logged(BenchServer server, StatesClient client, int rules, int count)
    {
        var tag = StatesClient.NewName();
        var group = $"/aws/events/{tag}";
        client.Call("CreateLogGroup", JsonObject.Of(("logGroupName", group)), "logs");
        PutRules(server, tag, rules, JsonObject.Of(("Id", "log"), ("Arn", $"arn:aws:logs:us-east-1:{Account}:log-group:{group}")));
        var began = TimeProvider.System.GetTimestamp();
        var accepted = PutEvents(server, tag, count);
        while (CountLogged(client, group) < count / 2)
        {
            StatesClient.Expect(TimeProvider.System.GetElapsedTime(began) < _patience, "Not all events reached the log group.");
        }

        var logged = TimeProvider.System.GetElapsedTime(began);
        StatesClient.Expect(
            LoggedNumbers(client, group).Order().SequenceEqual(Enumerable.Range(0, count).Where(EventRules.Matches)), "Other events reached the log group than those that match.");
        DeleteRules(server, tag, rules, "log");
        return (accepted, logged);
    }

    private static TimeSpan Started(BenchServer server, StatesClient client, int rules, int count)
    {
        var tag = StatesClient.NewName();
        var machine = client.CreateStateMachine(Definitions.Chain(1));
        PutRules(server, tag, rules, JsonObject.Of(("Id", "machine"), ("Arn", machine), ("RoleArn", $"arn:aws:iam::{Account}:role/bench"), ("InputPath", "$.detail")));
        var began = TimeProvider.System.GetTimestamp();
        PutEvents(server, tag, count);
        Executions.Settle(client, machine, count / 2, _patience);
        var took = TimeProvider.System.GetElapsedTime(began);
        DeleteRules(server, tag, rules, "machine");
        return took;
    }

    private static void PutRules(BenchServer server, string tag, int rules, JsonObject target)
    {
        Each(server, rules, (client, rule) => client.Call(
            "PutRule", JsonObject.Of(("Name", $"{tag}-{rule}"), ("EventPattern", EventRules.Pattern(tag, rule).ToString())), "events"));
        using var one = server.Client();
        one.Call("PutTargets", JsonObject.Of(("Rule", $"{tag}-0"), ("Targets", new JsonArray([target]))), "events");
    }

    private static void DeleteRules(BenchServer server, string tag, int rules, string target)
    {
        using var one = server.Client();
        one.Call("RemoveTargets", JsonObject.Of(("Rule", $"{tag}-0"), ("Ids", new JsonArray([target]))), "events");
        Each(server, rules, (client, rule) => client.Call("DeleteRule", JsonObject.Of(("Name", $"{tag}-{rule}")), "events"));
    }

    private static TimeSpan PutEvents(BenchServer server, string tag, int count) => Each(server, count / InOneCall, (client, call) =>
    {
        var entries = Enumerable.Range(call * InOneCall, InOneCall).Select(n => (JsonValue)JsonObject.Of(
            ("Source", "bench"), ("DetailType", "Job"), ("Detail", EventRules.Detail(tag, n).ToString())));
        var answer = client.Call("PutEvents", JsonObject.Of(("Entries", new JsonArray(entries))), "events");
        StatesClient.Expect(answer["FailedEntryCount"]!.Equals(0), "An event was refused.");
    });

    private static TimeSpan Each(BenchServer server, int count, Action<StatesClient, int> work)
    {
        var next = -1;
        return server.Drive(Clients, client =>
        {
            while (Interlocked.Increment(ref next) is var n && n < count)
            {
                work(client, n);
            }
        });
    }

    private static int CountLogged(StatesClient client, string group) => Messages(client, group).Count();

    private static IEnumerable<int> LoggedNumbers(StatesClient client, string group) =>
        Messages(client, group).Select(message => (int)((JsonNumber)((JsonObject)((JsonObject)JsonValue.Parse(message))["detail"]!)["n"]!).ToDouble());

    private static IEnumerable<string> Messages(StatesClient client, string group)
    {
        JsonValue? token = null;
        do
        {
            var page = client.Call("FilterLogEvents", JsonObject.Of(("logGroupName", group), ("limit", 10_000), ("nextToken", token)), "logs");
            foreach (var one in ((JsonArray)page["events"]!).Cast<JsonObject>())
            {
                yield return StatesClient.Text(one, "message");
            }

            token = page["nextToken"] as JsonString; // the peer answers null
        }
        while (token is not null);
    }
}
