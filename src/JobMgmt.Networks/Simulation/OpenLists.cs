using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>Lists of items that an expression gives at run time, with so many items written out in their place.</summary>
internal static class OpenLists
{
    internal static JsonObject Filled(JsonObject machine, int count) => machine["States"] is not JsonObject states ? machine
        : machine.With("States", new JsonObject(states.Select(state => new KeyValuePair<string, JsonValue>(state.Key, state.Value is JsonObject body ? State(body, count) : state.Value))));

    private static JsonObject State(JsonObject state, int count)
    {
        var filled = ItemList.Fill(state["Items"], Enumerable.Range(1, count).Select(item => item.ToString(CultureInfo.InvariantCulture))) is { } items ? state.With("Items", items) : state;
        filled = filled["ItemProcessor"] is JsonObject processor ? filled.With("ItemProcessor", Filled(processor, count)) : filled;
        return filled["Branches"] is JsonArray branches
            ? filled.With("Branches", new JsonArray(branches.Select(branch => branch is JsonObject machine ? Filled(machine, count) : branch))) : filled;
    }
}
