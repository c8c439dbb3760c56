using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>State machines that several workloads run.</summary>
internal static class Definitions
{
    /// <summary>One Pass state that gives its input on.</summary>
    public static JsonObject OnePass { get; } = Of("P", ("P", JsonObject.Of(("Type", "Pass"), ("End", true))));

    /// <summary>Pass states in a row.</summary>
    public static JsonObject Chain(int length) => Of("S0", [.. Enumerable.Range(0, length).Select(i => (
        $"S{i}", JsonObject.Of(("Type", "Pass"), ("Next", i + 1 < length ? $"S{i + 1}" : null), ("End", i + 1 < length ? null : true))))]);

    /// <summary>A Wait state.</summary>
    public static JsonObject Wait(int seconds) => Of("W", ("W", JsonObject.Of(("Type", "Wait"), ("Seconds", seconds), ("End", true))));

    public static JsonObject Of(string startAt, params (string Name, JsonObject State)[] states) =>
        JsonObject.Of(("StartAt", startAt), ("States", JsonObject.Of([.. states.Select(state => (state.Name, (JsonValue?)state.State))])));
}
