using System.Diagnostics;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Wire;

/// <summary>A client of Step Functions, and of what starts its executions, on a connection of its own; used by one thread.</summary>
internal sealed class StatesClient(RequestSigner signer, int port) : IDisposable
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/bench";
    private static readonly TimeSpan _longestPoll = TimeSpan.FromMilliseconds(20);
    private static int _serial;
    private readonly Connection _connection = new(port);

    /// <summary>How long the last call took, from sending to the last byte.</summary>
    public TimeSpan LastCall { get; private set; }

    /// <summary>A name that no other execution or machine has.</summary>
    public static string NewName() => $"b{Environment.ProcessId}-{Interlocked.Increment(ref _serial)}";

    /// <summary>Makes a call.</summary>
    /// <exception cref="UnsupportedException">The server refuses the definition, or lacks the operation.</exception>
    /// <exception cref="WrongAnswerException">It refuses for another reason.</exception>
    public JsonObject Call(string operation, JsonObject input, string service = "states")
    {
        var request = signer.Request(service, operation, input.ToString());
        var began = Stopwatch.GetTimestamp();
        var (status, body) = _connection.Exchange(request);
        LastCall = Stopwatch.GetElapsedTime(began);
        var answer = body.IsEmpty ? JsonObject.Empty : (JsonObject)JsonValue.Parse(body.Span);
        if (status == 200)
        {
            return answer;
        }

        var text = answer.ToString();
        var message = $"{operation}: {status} {text[..Math.Min(text.Length, 200)]}";
        throw text.Contains("InvalidDefinition", StringComparison.Ordinal) ? new UnsupportedException(message) : new WrongAnswerException(message);
    }

    public string CreateStateMachine(JsonObject definition) =>
        Text(Call("CreateStateMachine", JsonObject.Of(("name", NewName()), ("definition", definition.ToString()), ("roleArn", RoleArn))), "stateMachineArn");

    public string StartExecution(string stateMachineArn, JsonValue input) =>
        Text(Call("StartExecution", JsonObject.Of(("stateMachineArn", stateMachineArn), ("name", NewName()), ("input", input.ToString()))), "executionArn");

    public JsonObject DescribeExecution(string executionArn) => Call("DescribeExecution", JsonObject.Of(("executionArn", executionArn)));

    /// <summary>Asks until the execution has ended; its output.</summary>
    public JsonValue WaitForOutput(string executionArn)
    {
        var pause = TimeSpan.FromMilliseconds(0.25);
        while (true)
        {
            var described = DescribeExecution(executionArn);
            switch (Text(described, "status"))
            {
                case "SUCCEEDED":
                    return JsonValue.Parse(Text(described, "output"));
                case "RUNNING":
                    Pause(pause);
                    pause = pause < _longestPoll ? pause * 1.5 : _longestPoll;
                    break;
                default:
                    throw new WrongAnswerException($"The execution ended otherwise: {described}");
            }
        }
    }

    /// <summary>How many of a machine's executions have the status, over all pages.</summary>
    public int CountExecutions(string stateMachineArn, string status)
    {
        var (count, token) = (0, default(JsonValue));
        do
        {
            var page = Call("ListExecutions", JsonObject.Of(("stateMachineArn", stateMachineArn), ("statusFilter", status), ("maxResults", 1000), ("nextToken", token)));
            count += ((JsonArray)page["executions"]!).Count;
            token = page["nextToken"];
        }
        while (token is not null);
        return count;
    }

    /// <summary>All executions of a machine, described; a page at most.</summary>
    public List<JsonObject> DescribeExecutions(string stateMachineArn) =>
        [.. ((JsonArray)Call("ListExecutions", JsonObject.Of(("stateMachineArn", stateMachineArn), ("maxResults", 1000)))["executions"]!)
            .Select(execution => DescribeExecution(Text((JsonObject)execution, "executionArn")))];

    /// <summary>The types of all events of an execution, whose ids must be 1, 2, 3…</summary>
    public List<string> HistoryTypes(string executionArn)
    {
        var (types, token) = (new List<string>(), default(JsonValue));
        do
        {
            var page = Call("GetExecutionHistory", JsonObject.Of(("executionArn", executionArn), ("maxResults", 1000), ("nextToken", token)));
            foreach (var item in ((JsonArray)page["events"]!).Cast<JsonObject>())
            {
                types.Add(Text(item, "type"));
                Expect(item["id"]!.Equals(types.Count), $"History ids are not 1, 2, 3…: {item["id"]} is the {types.Count}th");
            }

            token = page["nextToken"];
        }
        while (token is not null);
        return types;
    }

    public static void Pause(TimeSpan time) => Task.Delay(time, TimeProvider.System).GetAwaiter().GetResult();

    public static string Text(JsonObject from, string name) =>
        from[name] is JsonString text ? text.Value : throw new WrongAnswerException($"No {name} in {from}");

    public static void Expect(bool isRight, string fault)
    {
        if (!isRight)
        {
            throw new WrongAnswerException(fault);
        }
    }

    public void Dispose() => _connection.Dispose();
}
