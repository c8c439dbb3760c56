using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Triggers;

/// <summary>The rule that a trigger with an event needs. It carries the whole trigger in what it gives to StartNetwork, as schedules do.</summary>
public static class TriggerRules
{
    /// <summary>The greatest length of a target's template.</summary>
    internal const int MaxTemplate = 8192;

    private const int MaxName = 64;
    private const string Event = "{\"id\":<id>,\"time\":<time>,\"source\":<source>,\"detail-type\":<type>,\"detail\":<detail>}";

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["id"] = "$.id", ["time"] = "$.time", ["source"] = "$.source", ["type"] = "$.detail-type", ["detail"] = "$.detail",
    };

    /// <summary>The rule.</summary>
    public static TriggerRule Of(string network, JobTrigger trigger, RunJobStackNames names) =>
        new(Name(network, trigger.Name, names), EventPatterns.Of(trigger, names), Paths, Template(network, trigger));

    /// <summary>What the rule's target gives to StartNetwork.</summary>
    internal static string Template(string network, JobTrigger trigger)
    {
        // Whatever the user wrote must not be taken for one of the names.
        var given = TriggerSchedules.Given(network, trigger).ToString().Replace("<", "\\u003c").Replace(">", "\\u003e");
        return $"{{\"DueTime\":<time>,\"Event\":{Event},{given.Substring(1)}";
    }

    /// <summary>The rule's name.</summary>
    public static string Name(string network, string trigger, RunJobStackNames names)
    {
        var lead = names.TriggerRule("");
        var own = TriggerSchedules.Lead(network, trigger).TrimEnd('.');
        return lead + (lead.Length + own.Length <= MaxName ? own : ShortName.Cut(own, MaxName - lead.Length, network + "/" + trigger));
    }

    /// <summary>Reads the trigger that a rule is of, from its target's template; false: it is of none.</summary>
    public static bool TryRead(string? template, out string network, out JobTrigger trigger) =>
        TriggerSchedules.TryRead(template?.Replace($"\"DueTime\":<time>,\"Event\":{Event},", ""), out network, out trigger);
}
