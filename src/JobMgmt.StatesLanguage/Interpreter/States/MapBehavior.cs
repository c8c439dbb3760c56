using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Map, inline: starts as many iterations as may run at once, and one more for each that ends.</summary>
internal sealed class MapBehavior : BranchingBehavior
{
    /// <summary><c>$$.Map.Item</c> for a branch: the item of the innermost iteration around it; null outside of Maps.</summary>
    public static JsonObject? ItemOf(Run run, BranchPosition branch)
    {
        for (var at = branch; at.Parent is { } parent; at = parent)
        {
            if (parent.State is MapState map)
            {
                return ContextObject.MapItem(at.Index, Items(run, parent, map)[at.Index]);
            }
        }

        return null;
    }

    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var map = (MapState)state;
        branch.Children = null;
        var items = Items(run, branch, map);
        var limit = Limit(run, branch, map);
        var started = run.Emit(branch, "MapStateStarted", JsonObject.Of(("length", items.Count)));
        branch.Children = new ChildrenPosition(items.Count) { Items = items, KeepsItems = map.Items is not null };
        branch.Phase = BranchPhase.Children;
        if (items.Count == 0)
        {
            Finish(run, branch, JsonArray.Empty, started);
            return;
        }

        for (var i = 0; i < items.Count && i < limit; i++)
        {
            StartIteration(run, branch, map, started);
        }
    }

    public override void ChildSucceeded(Run run, BranchPosition branch, BranchPosition child, JsonValue output)
    {
        var ended = run.Emit(child, "MapIterationSucceeded", Details(branch, child.Index), advances: false);
        if (Collect(branch, child, output) is { } result)
        {
            Finish(run, branch, result, ended);
        }
        else if (branch.Children!.NextIndex < branch.Children.Branches.Length)
        {
            StartIteration(run, branch, (MapState)branch.State, child.LastEventId);
        }
    }

    protected override void RecordFailure(Run run, BranchPosition branch, BranchPosition child) =>
        run.Emit("MapIterationFailed", Details(branch, child.Index), child.LastEventId);

    protected override void RecordAbort(Run run, BranchPosition branch, BranchPosition child, long previousEventId) =>
        run.Emit("MapIterationAborted", Details(branch, child.Index), previousEventId);

    private static JsonObject Details(BranchPosition branch, int index) => JsonObject.Of(("name", branch.StateName), ("index", index));

    private static void StartIteration(Run run, BranchPosition branch, MapState map, long previousEventId)
    {
        var index = branch.Children!.NextIndex++;
        var item = Items(run, branch, map)[index];
        var started = run.Emit("MapIterationStarted", Details(branch, index), previousEventId);
        var input = item;
        if (map.ItemSelector is { } selector)
        {
            var effective = StateData.EffectiveInput(run, branch, map);
            input = selector.Evaluate(StateData.Context(run, branch, effective, ContextObject.MapItem(index, item)));
        }

        StartChild(run, branch, index, input, started);
    }

    /// <summary>
    /// The items. They are not in the checkpoint, unless an expression made them: after a restart they are found in the input again.
    /// </summary>
    public static JsonArray Items(Run run, BranchPosition branch, MapState map)
    {
        if (branch.Children?.Items is { } known)
        {
            return known;
        }

        var items = (JsonArray)FindItems(run, branch, map, orObject: false);
        if (branch.Children is not null)
        {
            branch.Children.Items = items;
        }

        return items;
    }

    /// <summary>Finds the items: an array, or, where a distributed Map has them so, an object.</summary>
    public static JsonValue FindItems(Run run, BranchPosition branch, MapState map, bool orObject)
    {
        var input = StateData.EffectiveInput(run, branch, map);
        var found = map.Items is not null ? map.Items.Evaluate(StateData.Context(run, branch, input))
            : map.ItemsPath is null ? input
            : StateData.Context(run, branch, input).Evaluate(map.ItemsPath, "ItemsPath");
        return found is JsonArray || (orObject && found is JsonObject) ? found
            : throw new EvaluationException(ErrorNames.Runtime, $"Reference path \"{Shown(map.ItemsPath)}\" must point to array.");
    }

    /// <summary>A path as AWS's message has it: of the context object's <c>$$</c> one <c>$</c>.</summary>
    private static string Shown(Paths.JsonPath? path) =>
        path is null ? "$" : path.Text.StartsWith("$$", StringComparison.Ordinal) ? path.Text.Substring(1) : path.Text;

    private static long Limit(Run run, BranchPosition branch, MapState map)
    {
        var asked = map.MaxConcurrency is null ? 0 : MapSettings.Concurrency(map, Context());
        map.ToleratedFailureCount?.Expression?.Evaluate(Context().Jsonata!, JsonKind.Number);
        map.ToleratedFailurePercentage?.Expression?.Evaluate(Context().Jsonata!, JsonKind.Number);
        return asked is 0 or > Limits.InlineMapConcurrency ? Limits.InlineMapConcurrency : asked;

        EvaluationContext Context() => StateData.Context(run, branch, StateData.EffectiveInput(run, branch, map));
    }
}
