using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The state machine that a map run's child executions run: the Map's item processor, taken out of the definition around it.</summary>
public static class MapRunDefinition
{
    /// <summary>The Map state of that name, however deep; null where there is none, or one that is not distributed. Names are unique in a definition.</summary>
    public static MapState? Find(StateMachineDefinition definition, string stateName) => Find(definition.Root, stateName);

    /// <summary>The children's definition. Its states keep their query language; the variables around the Map are not visible in it, and it has no time limit of its own.</summary>
    /// <param name="parent">The definition of the state machine that the map run's execution was started with; for a map run within a child execution the whole one will do too.</param>
    /// <param name="map">The Map state, from <see cref="Find(StateMachineDefinition, string)"/>.</param>
    public static StateMachineDefinition Of(StateMachineDefinition parent, MapState map)
    {
        var source = (JsonObject)(map.Source["ItemProcessor"] ?? map.Source["Iterator"])!;
        if (parent.Source[QueryLanguages.Field] is { } language)
        {
            source = source.With(QueryLanguages.Field, language);
        }

        return new StateMachineDefinition(map.ItemProcessor, null, (source["Comment"] as JsonString)?.Value, source);
    }

    private static MapState? Find(Branch branch, string name)
    {
        if (branch.States.TryGetValue(name, out var state) && state is MapState { Processor.IsDistributed: true } found)
        {
            return found;
        }

        return branch.States.Values
            .SelectMany(inner => inner switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.ItemProcessor],
                _ => (IReadOnlyList<Branch>)[],
            })
            .Select(inner => Find(inner, name))
            .FirstOrDefault(inner => inner is not null);
    }
}
