using System.Collections.Concurrent;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions;

/// <summary>Revisions as the interpreter takes them: each is read once, not once a step.</summary>
internal sealed class DefinitionCache(Database database)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<long, StateMachineDefinition> _definitions = new();

    /// <summary>The definition of a revision.</summary>
    /// <exception cref="InvalidOperationException">It was stored, but this runtime can't read it.</exception>
    public StateMachineDefinition Get(long revision)
    {
        if (_definitions.TryGetValue(revision, out var known))
        {
            return known;
        }

        var stored = database.Read(connection => StateMachineStore.FindRevision(connection, revision)) ?? throw new InvalidOperationException($"Revision {revision} is not in the store.");
        return Get(stored);
    }

    /// <summary>As the other, with the revision at hand.</summary>
    public StateMachineDefinition Get(StateMachineRevision revision)
    {
        if (_definitions.Count > Most)
        {
            _definitions.Clear();
        }

        return _definitions.GetOrAdd(revision.Key, _ => Read(revision.Definition));
    }

    private static StateMachineDefinition Read(string text)
    {
        var (definition, diagnostics) = AslReader.Read(text);
        return definition ?? throw new InvalidOperationException($"A stored definition can't be read: {string.Join("; ", diagnostics)}");
    }
}
