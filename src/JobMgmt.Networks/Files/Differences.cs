using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>Finds in which members two networks differ. What is left out and what is written as the default are the same.</summary>
public static class Differences
{
    /// <summary>The differences, network's own members first, then job by job; empty: the two are the same network.</summary>
    public static IReadOnlyList<NetworkDifference> Find(JobNetwork reference, JobNetwork difference)
    {
        var found = new List<NetworkDifference>();
        Members(NetworkMembers.Network.Members.Where(member => member.Name is not ("Jobs" or "Name" or "Triggers")), reference, difference, null, found);
        found.AddRange(FindInTriggers(reference.Triggers, difference.Triggers));

        var before = ByName(reference);
        var after = ByName(difference);
        found.AddRange(reference.Jobs.Where(job => !after.ContainsKey(job.Name)).Select(job => new NetworkDifference(job.Name, "Job", job.Name, null)));
        foreach (var job in difference.Jobs)
        {
            if (before.TryGetValue(job.Name, out var old))
            {
                Members(NetworkMembers.Job.Members, old, job, job.Name, found);
            }
            else
            {
                found.Add(new NetworkDifference(job.Name, "Job", null, job.Name));
            }
        }

        var order = (Before: reference.Jobs.Select(job => job.Name).Where(after.ContainsKey).ToArray(), After: difference.Jobs.Select(job => job.Name).Where(before.ContainsKey).ToArray());
        if (!order.Before.SequenceEqual(order.After))
        {
            found.Add(new NetworkDifference(null, "Order of the jobs", string.Join(", ", order.Before), string.Join(", ", order.After)));
        }

        return found;
    }

    internal static string Words(JsonValue value) => value switch
    {
        JsonString text => text.Value,
        JsonArray list when list.All(item => item is JsonString or JsonNumber) => string.Join(", ", list.Select(Words)),
        _ => value.ToString(),
    };

    /// <summary>The differences of a network's triggers. A definition that says nothing of triggers (null) does not differ in them.</summary>
    public static IReadOnlyList<NetworkDifference> FindInTriggers(IReadOnlyList<JobTrigger>? reference, IReadOnlyList<JobTrigger>? difference)
    {
        var found = new List<NetworkDifference>();
        if (reference is null || difference is null)
        {
            return found;
        }

        foreach (var name in reference.Concat(difference).Select(trigger => trigger.Name).Distinct(StringComparer.Ordinal))
        {
            var (before, after) = (reference.FirstOrDefault(trigger => trigger.Name == name), difference.FirstOrDefault(trigger => trigger.Name == name));
            if (before is null || after is null)
            {
                found.Add(new NetworkDifference(null, "Trigger", before?.Name, after?.Name));
                continue;
            }

            foreach (var member in NetworkMembers.Trigger.Members)
            {
                Value(null, $"Trigger {name} {member.Name}", member.Write(before), member.Write(after), member.Default, found);
            }
        }

        return found;
    }

    private static Dictionary<string, JobDefinition> ByName(JobNetwork network)
    {
        var jobs = new Dictionary<string, JobDefinition>(StringComparer.Ordinal);
        foreach (var job in network.Jobs)
        {
            jobs[job.Name] = job;
        }

        return jobs;
    }

    private static void Members<T>(IEnumerable<FileMember<T>> members, T reference, T difference, string? job, List<NetworkDifference> found)
    {
        foreach (var member in members)
        {
            Value(job, member.Name, member.Write(reference), member.Write(difference), member.Default, found);
        }
    }

    private static void Value(string? job, string field, JsonValue? before, JsonValue? after, string? otherwise, List<NetworkDifference> found)
    {
        if (before is null ? after is null : before.Equals(after))
        {
            return;
        }

        if ((before is JsonArray || after is JsonArray) && Things(before) is { } things && Things(after) is { } newThings)
        {
            for (var i = 0; i < Math.Max(things.Count, newThings.Count); i++)
            {
                Value(job, FormattableString.Invariant($"{field}[{i}]"), i < things.Count ? things[i] : null, i < newThings.Count ? newThings[i] : null, null, found);
            }
        }
        else if ((before ?? after) is JsonObject && (before ?? JsonObject.Empty) is JsonObject old && (after ?? JsonObject.Empty) is JsonObject now && old.Count + now.Count > 0)
        {
            foreach (var name in old.Select(member => member.Key).Union(now.Select(member => member.Key), StringComparer.Ordinal))
            {
                Value(job, field + "." + name, old[name], now[name], null, found);
            }
        }
        else if (NetworkMembers.IsBlock(field) && before is JsonArray lines && after is JsonArray newLines)
        {
            Lines(job, field, lines, newLines, found);
        }
        else if (before is JsonArray { Count: > 0 } names && after is JsonArray { Count: > 0 } newNames && names.Concat(newNames).All(item => item is JsonString) && otherwise is null
            && new HashSet<JsonValue>(names).SetEquals(newNames) == false)
        {
            found.AddRange(names.Except(newNames).Select(item => new NetworkDifference(job, field, Words(item), null)));
            found.AddRange(newNames.Except(names).Select(item => new NetworkDifference(job, field, null, Words(item))));
        }
        else
        {
            found.Add(new NetworkDifference(job, field, Text(before, otherwise), Text(after, otherwise)));
        }
    }

    // Things with members, of which a single one may stand without a list; null: texts or numbers.
    private static IReadOnlyList<JsonValue>? Things(JsonValue? value) => value switch
    {
        null => Array.Empty<JsonValue>(),
        JsonObject thing => new[] { thing },
        JsonArray { Count: > 0 } list when list.All(item => item is JsonObject) => list,
        _ => null,
    };

    private static string? Text(JsonValue? value, string? otherwise) => value is null ? otherwise : value is JsonArray { Count: 0 } ? "(none)" : Words(value);

    // Equal lines at both ends are passed over; what is left in between is told line by line, by the numbers of the new text.
    private static void Lines(string? job, string field, JsonArray before, JsonArray after, List<NetworkDifference> found)
    {
        var lead = 0;
        while (lead < before.Count && lead < after.Count && before[lead].Equals(after[lead]))
        {
            lead++;
        }

        var tail = 0;
        while (tail < before.Count - lead && tail < after.Count - lead && before[before.Count - 1 - tail].Equals(after[after.Count - 1 - tail]))
        {
            tail++;
        }

        for (var i = lead; i < Math.Max(before.Count, after.Count) - tail; i++)
        {
            var old = i < before.Count - tail ? Words(before[i]) : null;
            var now = i < after.Count - tail ? Words(after[i]) : null;
            if (old != now)
            {
                found.Add(new NetworkDifference(job, string.Format(CultureInfo.InvariantCulture, "{0} line {1}", field, i + 1), old, now));
            }
        }
    }
}
