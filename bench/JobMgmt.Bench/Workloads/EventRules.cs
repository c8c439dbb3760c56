using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>The rules and events of the benches of events: of any number of rules the first one matches, and it matches every second event.</summary>
internal static class EventRules
{
    /// <summary>The pattern of a rule; they differ in one field, as rules for networks, buckets or channels do.</summary>
    public static JsonObject Pattern(string tag, int rule) => JsonObject.Of(
        ("source", new JsonArray(["bench"])),
        ("detail-type", new JsonArray(["Job"])),
        ("detail", JsonObject.Of(
            ("status", new JsonArray(["FAILED"])),
            ("tag", new JsonArray([tag])),
            ("kind", new JsonArray([rule == 0 ? JsonObject.Of(("prefix", "a")) : $"none-{rule}"])))));

    /// <summary>Whether an event matches the first rule.</summary>
    public static bool Matches(int n) => n % 2 == 1;

    public static JsonObject Detail(string tag, int n) => JsonObject.Of(("status", Matches(n) ? "FAILED" : "OK"), ("tag", tag), ("kind", "abc"), ("n", n));
}
