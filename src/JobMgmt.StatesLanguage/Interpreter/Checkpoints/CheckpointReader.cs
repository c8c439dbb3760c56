using System.Globalization;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Checkpoints;

/// <summary>Reads what <see cref="CheckpointWriter"/> wrote.</summary>
internal static class CheckpointReader
{
    public static Checkpoint Read(string text)
    {
        try
        {
            var source = (JsonObject)JsonValue.Parse(text);
            var version = Number(source["v"]);
            if (version is < 1 or > CheckpointWriter.Version)
            {
                throw new FormatException($"The checkpoint has version {version}; this program reads 1 to {CheckpointWriter.Version}.");
            }

            return source.Contains("f") ? new Checkpoint(Position(source)) : Checkpoint.Initial;
        }
        catch (Exception error) when (error is InvalidCastException or NullReferenceException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FormatException("The text is no checkpoint.", error);
        }
    }

    private static ExecutionPosition Position(JsonObject source)
    {
        var values = (JsonArray)source["d"]!;
        var random = (JsonArray)source["r"]!;
        var next = (JsonArray)source["n"]!;
        var redrive = source["y"] as JsonArray;
        return new ExecutionPosition
        {
            Facts = Facts((JsonArray)source["f"]!),
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(Number(source["t"])),
            Input = values[(int)Number(source["i"])],
            Random = new SeededRandom(Hex(random[0]), Hex(random[1]), Number(random[2])),
            NextEventId = Number(next[0]),
            NextTimerId = Number(next[1]),
            NextTaskId = Number(next[2]),
            TimeoutTimerId = Number(source["w"]),
            RedriveCount = redrive is null ? 0 : Number(redrive[0]),
            RedrivenAt = redrive is null || Number(redrive[1]) == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(Number(redrive[1])),
            IsStopped = redrive is not null && Number(redrive[2]) == 1,
            Root = source["b"] is JsonObject root ? Branch(root, null, VariableScope.Empty, values) : null,
        };
    }

    private static BranchPosition Branch(JsonObject source, BranchPosition? parent, VariableScope outer, JsonArray values)
    {
        var entered = Number(source["e"]);
        var branch = new BranchPosition
        {
            Parent = parent,
            Index = (int)Number(source["x"]),
            StateName = Text(source["s"]),
            Input = values[(int)Number(source["i"])],
            Variables = source["u"] is { } variables ? new VariableScope((JsonObject)values[(int)Number(variables)]) : outer,
            Phase = (BranchPhase)Number(source["p"]),
            EnteredEventId = entered,
            EnteredAt = DateTimeOffset.FromUnixTimeMilliseconds(Number(source["a"])),
            LastEventId = source["l"] is { } last ? Number(last) : entered,
            RetryCounts = (source["q"] as JsonArray)?.Select(count => (int)Number(count)).ToArray(),
            RetryCount = (int)Number(source["c"]),
            TimerId = Number(source["w"]),
            Task = source["k"] is JsonArray task ? Task(task) : null,
            MapRun = source["g"] is JsonArray mapRun ? MapRun(mapRun) : null,
        };
        branch.Children = source["b"] is JsonObject children ? Children(children, branch, values) : null;
        return branch;
    }

    private static TaskPosition Task(JsonArray source) => new()
    {
        TaskId = Number(source[0]),
        TimeoutTimerId = Number(source[1]),
        HeartbeatTimerId = Number(source[2]),
        HeartbeatSeconds = Number(source[3]),
        IsSubmitted = Number(source[4]) == 1,
    };

    private static MapRunPosition MapRun(JsonArray source) => new()
    {
        TaskId = Number(source[0]),
        Arn = Text(source[1]),
        StartedEventId = Number(source[2]),
        RedriveCount = Number(source[3]),
        HasFailed = Number(source[4]) == 1,
    };

    private static ChildrenPosition Children(JsonObject source, BranchPosition parent, JsonArray values)
    {
        var items = source["m"] is { } kept ? (JsonArray)values[(int)Number(kept)] : null;
        var children = new ChildrenPosition((int)Number(source["c"])) { NextIndex = (int)Number(source["n"]), Items = items, KeepsItems = items is not null };
        foreach (var item in (JsonArray)source["r"]!)
        {
            var child = Branch((JsonObject)item, parent, parent.Variables, values);
            children.Branches[child.Index] = child;
        }

        var outputs = source["o"] as JsonArray ?? JsonArray.Empty;
        for (var i = 0; i < outputs.Count; i += 2)
        {
            children.Outputs[Number(outputs[i])] = values[(int)Number(outputs[i + 1])];
            children.Succeeded++;
        }

        return children;
    }

    private static ExecutionFacts Facts(JsonArray source) => source.Count == 2
        ? CheckpointWriter.FactsOf(Text(source[0]), Text(source[1]))
        : new ExecutionFacts(Text(source[0]), Text(source[2]), Text(source[3]), Text(source[4]), Text(source[1]));

    private static long Number(JsonValue? value) => value is null ? 0
        : ((JsonNumber)value).TryToInt64(out var number) ? number
        : throw new InvalidCastException();

    private static string Text(JsonValue? value) => ((JsonString)value!).Value;

    private static ulong Hex(JsonValue value) => ulong.Parse(Text(value), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
