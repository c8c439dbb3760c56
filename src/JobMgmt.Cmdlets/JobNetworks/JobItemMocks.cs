using System.Collections;
using System.Globalization;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>
/// The <c>Items</c> of a mock: what a job that runs for each item of a list comes to for some of them, by the item where the key is a text, and by its place where it is a number.
/// The mock's other parts stand for the rest.
/// </summary>
internal static class JobItemMocks
{
    private const string Key = "Items";

    /// <summary>The part; null where the mock has none.</summary>
    public static object? Find(IDictionary parts) => parts.Cast<DictionaryEntry>().Where(part => IsKey(part.Key)).Select(part => part.Value ?? "").FirstOrDefault();

    /// <summary>What is wrong with it, as far as the network tells: the job has no list, or none of its items is meant; null where nothing is.</summary>
    public static string? Unknown(IDictionary parts, string job, NetworkSimulation network)
    {
        if (!network.Lists.TryGetValue(job, out IReadOnlyList<string>? list))
        {
            return $"it has {Key}, but the job does not run for each item of a list.";
        }

        object? key = list is null ? null : ((IDictionary)Bare(Find(parts))!).Keys.Cast<object>().Select(Bare)
            .FirstOrDefault(one => one is string text ? !list.Contains(text, StringComparer.Ordinal) : one is int index && index >= list.Count);
        return key is null ? null : $"'{key}' in its {Key} is none of the job's {list!.Count} items; an item is meant by a text, a place from 0 by a number.";
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The mock without it.</summary>
    public static IDictionary Rest(IDictionary parts)
    {
        var rest = new Hashtable();
        foreach (DictionaryEntry part in parts)
        {
            if (!IsKey(part.Key))
            {
                rest[part.Key] = part.Value;
            }
        }

        return rest;
    }

    /// <summary>The reply that looks at the item.</summary>
    /// <param name="items">The part.</param>
    /// <param name="otherwise">What items come to that it does not name.</param>
    /// <param name="mock">Reads the mock of an item.</param>
    /// <param name="fault">Makes the failure for what can't be used.</param>
    public static JobReply Read(object? items, JobReply otherwise, Func<object?, Func<int, JobReply>> mock, Func<string, CmdletFailure> fault)
    {
        var byItem = new Dictionary<string, Func<int, JobReply>>(StringComparer.Ordinal);
        var byIndex = new Dictionary<int, Func<int, JobReply>>();
        foreach (DictionaryEntry entry in items as IDictionary ?? throw fault($"its {Key} are no hashtable of items, such as @{{ b = 3 }}."))
        {
            object? key = Bare(entry.Key);
            switch (key)
            {
                case string text:
                    byItem[text] = mock(entry.Value);
                    break;
                case int index and >= 0:
                    byIndex[index] = mock(entry.Value);
                    break;
                default:
                    throw fault($"'{Convert.ToString(key, CultureInfo.InvariantCulture)}' in its {Key} is neither an item, as text, nor its place from 0, as a number.");
            }
        }

        return otherwise with
        {
            ForItem = (item, index, attempt) => byItem.TryGetValue(item is JsonString text ? text.Value : item.ToString(), out Func<int, JobReply>? named)
                || byIndex.TryGetValue(index, out named) ? named(attempt) : otherwise,
        };
    }

    private static bool IsKey(object key) => string.Equals(LanguagePrimitives.ConvertTo<string>(key), Key, StringComparison.OrdinalIgnoreCase);
}
