using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>Locks, seen from a network that runs alone: they are free, and taking one takes no time.</summary>
internal static class SimulatedLocks
{
    internal static bool IsIt(ScheduleTask task) => task.Resource.EndsWith(":aws-sdk:dynamodb:updateItem", StringComparison.Ordinal)
        && ((task.Parameters as JsonObject)?["Key"] as JsonObject)?.Contains("Lock") == true;

    // what is left of the lock when a job gives it back: nobody
    private static readonly JsonObject Free = JsonObject.Of(("Attributes", (JsonObject)JsonValue.Parse("""{"Entries":{"M":{}},"Places":{"M":{}},"Tokens":{"M":{}}}""")));

    internal static IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        yield return new TaskSucceeded(now, task.TaskId, Free);
    }
}
