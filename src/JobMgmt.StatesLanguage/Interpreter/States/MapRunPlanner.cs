using System.Security.Cryptography;
using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Intrinsics.Functions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Evaluates a distributed Map once and for all, and names its map run.</summary>
internal static class MapRunPlanner
{
    public static MapRunPlan Plan(Run run, BranchPosition branch, MapState map, InlineItems? items, EvaluationContext context, long concurrency)
    {
        var tolerance = MapSettings.Tolerance(map, context);
        var source = items ?? MapSettings.Source(map.ItemReader!, context);
        var batch = map.ItemBatcher is null ? null : MapSettings.Batch(map.ItemBatcher, context);
        var result = MapSettings.Result(map.ResultWriter, context);
        var arn = run.Position.Facts.ExecutionArn.Split(':'); // arn:aws:states:us-east-1:123456789012:execution:machine:name
        var machine = arn.Length > 6 ? arn[6].Split('/')[0] : string.Empty; // of a child execution: machine/label
        var prefix = string.Join(":", arn.Take(5));
        var label = map.Label ?? MadeUp($"{prefix}:{machine}/{map.Name}");
        return new MapRunPlan
        {
            MapRunArn = $"{prefix}:mapRun:{machine}/{label}:{StatesUUID.Next(run.Position.Random):D}",
            Label = label,
            StateName = map.Name,
            EnteredEventId = branch.EnteredEventId,
            ExecutionType = map.Processor.ExecutionType ?? "STANDARD",
            MaxConcurrency = concurrency,
            Tolerance = tolerance,
            Source = source,
            Batch = batch,
            Result = result,
            Environment = map.ItemSelector is null ? null : Environment(run, branch, context.Input),
        };
    }

    private static MapRunEnvironment Environment(Run run, BranchPosition branch, JsonValue input) => new(
        run.At,
        input,
        ContextObject.Of(run, branch, null, () => null),
        branch.Variables.Values,
        run.Position.Random.Next(),
        run.Position.Random.Next());

    /// <summary>A label in the look of AWS's, the same for every execution of the state.</summary>
    private static string MadeUp(string state)
    {
        var bytes = Encoding.UTF8.GetBytes(state);
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(bytes);
#endif
        return new Guid(hash.Take(16).ToArray()).ToString("D");
    }
}
