using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Reading;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>Evaluates what a Map whose work is mocked would have worked on, for TestState to show.</summary>
internal static class MapInspection
{
    /// <summary>The error of a Map whose items can't be read, or of which too many iterations failed; null where all is well.</summary>
    public static StateError? Error(Run run, BranchPosition branch, MapState map, StateTestSetup setup)
    {
        var trace = run.Trace!;
        var input = StateData.EffectiveInput(run, branch, map);
        var context = StateData.Context(run, branch, input);
        JsonArray items;
        try
        {
            items = map.ItemReader is null ? Items(MapBehavior.FindItems(run, branch, map, map.Processor.IsDistributed))
                : setup.MapItemReaderData is { } data ? Read(map.ItemReader.Config, data, context, trace)
                : InInput(map, context);
        }
        catch (MapRunException error)
        {
            return new StateError(error.Error, error.Cause);
        }

        if (map.QueryLanguage == QueryLanguage.JsonPath && map.ItemReader is null)
        {
            trace.See("afterItemsPath", items);
        }

        if (map.ItemSelector is { } selector)
        {
            items = new JsonArray(items.Select((item, i) => selector.Evaluate(StateData.Context(run, branch, input, ContextObject.MapItem(i, item)))).ToArray());
            trace.See("afterItemSelector", items);
        }

        if (map.ItemBatcher is { } batcher)
        {
            trace.See("afterItemBatcher", new JsonArray(ItemBatches.Of(items, MapSettings.Batch(batcher, context)).Select(batch => batch.Input).ToArray()));
        }

        trace.See("maxConcurrency", MapSettings.Concurrency(map, context));
        return MapTolerance.Error(trace, map, context, items.Count, setup.FailedIterations);
    }

    private static JsonArray Items(JsonValue found) => found as JsonArray ?? new JsonArray(MapItems.OfInline(new InlineItems(found)).Select(item => item.Input).ToArray());

    /// <summary>Without the reader's data the input stands for it, as in AWS's documentation.</summary>
    private static JsonArray InInput(MapState map, EvaluationContext context) =>
        (map.ItemsPath is null ? context.Input : context.TryEvaluate(map.ItemsPath, out var found) ? found : JsonValue.Null) as JsonArray ?? JsonArray.Empty;

    private static JsonArray Read(Model.Maps.ReaderConfig config, string data, EvaluationContext context, StateTrace trace)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(data));
        var settings = MapSettings.Reader(config, context);
        var items = new JsonArray(MapItems.OfFile(content, settings with { InputType = settings.InputType ?? "JSON" }, string.Empty, string.Empty) // a listing's objects are JSON here
            .Take((int)settings.MaxItems).Select(item => item.Input).ToArray());
        if (settings.ItemsPointer is not null)
        {
            trace.See("afterItemsPointer", items);
        }

        return items;
    }
}
