using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>An update, read.</summary>
internal sealed class UpdateExpression(IReadOnlyList<UpdateAction> actions)
{
    public IReadOnlyList<UpdateAction> Actions { get; } = actions;

    /// <summary>The item with all actions done. All values are taken from the item as it was.</summary>
    public JsonObject Apply(JsonObject item)
    {
        var results = Actions.Select(action => (action.Path, Result: action.Result(item))).ToArray();
        var changed = item;
        foreach (var (path, value) in results.Where(result => result.Result is not null).OrderBy(result => result.Path.Steps.Count > 0 && result.Path.Steps[^1] is int index ? index : 0))
        {
            changed = path.Set(changed, value!);
        }

        // of one list the last item first, so that no index moves
        foreach (var (path, _) in results.Where(result => result.Result is null).OrderByDescending(result => result.Path.Steps[^1] is int index ? index : -1))
        {
            changed = path.Remove(changed);
        }

        return changed;
    }

    /// <summary>The places that it changes.</summary>
    public Projection Changes => new([.. Actions.Select(action => action.Path)]);
}
