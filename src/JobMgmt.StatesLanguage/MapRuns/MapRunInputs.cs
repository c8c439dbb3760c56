using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>From a map run's items to its child executions' inputs: ItemSelector, then ItemBatcher. The same items give the same inputs, however often.</summary>
public static class MapRunInputs
{
    private const int DrawsPerItem = 20; // bits: what is random in one item's selector does not depend on the others

    /// <summary>The inputs, made as they are asked for: nothing is kept but the batch in the making.</summary>
    /// <param name="plan">The map run.</param>
    /// <param name="map">Its state, for the ItemSelector.</param>
    /// <param name="items">The items, in order, no more than MaxItems.</param>
    /// <exception cref="MapRunException">While enumerating: an ItemSelector fails, or a single item is too large.</exception>
    public static IEnumerable<ChildInput> Of(MapRunPlan plan, MapState map, IEnumerable<MapItem> items)
    {
        var selected = items.Select((item, i) => Select(plan, map, item, i));
        return (plan.Batch is { } batch ? ItemBatches.Of(selected, batch) : selected.Select((value, i) => new ChildInput(i, value, 1))).Select(Check);
    }

    private static ChildInput Check(ChildInput input) =>
        input.Text.Length <= Limits.PayloadBytes / 3 || Encoding.UTF8.GetByteCount(input.Text) <= Limits.PayloadBytes ? input : throw new MapRunException(
            ErrorNames.DataLimitExceeded, $"The input of the child workflow execution {input.Index} exceeds the maximum of {Limits.PayloadBytes} bytes.");

    private static JsonValue Select(MapRunPlan plan, MapState map, MapItem item, long index)
    {
        if (map.ItemSelector is not { } selector || plan.Environment is not { } environment)
        {
            return item.Input;
        }

        try
        {
            return selector.Evaluate(Context(environment, map.QueryLanguage, item, index));
        }
        catch (EvaluationException error)
        {
            throw new MapRunException(error.Error, EvaluationErrors.Cause(plan.StateName, plan.EnteredEventId, error.Cause));
        }
        catch (QueryEvaluationException error)
        {
            throw new MapRunException(ErrorNames.QueryEvaluationError, EvaluationErrors.Cause(plan.StateName, plan.EnteredEventId, error.Message));
        }
    }

    private static EvaluationContext Context(MapRunEnvironment environment, QueryLanguage language, MapItem item, long index)
    {
        var random = new SeededRandom(environment.Seed, environment.SeedHigh, index << DrawsPerItem);
        var variables = new VariableScope(environment.Variables);
        var context = new Lazy<JsonValue>(() => environment.Context.With("Map", JsonObject.Of(("Item", ItemObject(item, index)))), LazyThreadSafetyMode.None);
        return new EvaluationContext(environment.Input, () => context.Value, random, variables)
        {
            Jsonata = language == QueryLanguage.JsonPath ? null : new JsonataScope(
                new JsonataBindings(variables).With("states", () => JsonObject.Of(("input", environment.Input), ("context", context.Value))),
                StepFunctionsJsonata.Environment(environment.At, random)),
        };
    }

    private static JsonObject ItemObject(MapItem item, long index) =>
        JsonObject.Of(("Index", index), ("Value", item.Value), ("Key", item.Key), ("Source", item.Source));
}
