using System.Runtime.CompilerServices;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Activities;

/// <summary>Which activities of a definition are not there: an input tells it to the interpreter, which fails a state that needs one.</summary>
internal sealed class MissingActivities(Database database)
{
    private readonly ConditionalWeakTable<StateMachineDefinition, string[]> _named = [];

    public IReadOnlyCollection<string> Of(StateMachineDefinition definition)
    {
        var named = _named.GetValue(definition, read => [.. Named(read.Root).Distinct(StringComparer.Ordinal)]);
        return named.Length == 0 ? [] : database.Read(connection => Array.FindAll(named, arn => ActivityStore.Find(connection, arn) is null));
    }

    private static IEnumerable<string> Named(Branch branch) => branch.States.Values.SelectMany(state => state switch
    {
        TaskState { Resource: { Kind: TaskResourceKind.Activity, Arn: var arn } } => [arn],
        ParallelState parallel => parallel.Branches.SelectMany(Named),
        MapState map => Named(map.ItemProcessor),
        _ => Enumerable.Empty<string>(),
    });
}
