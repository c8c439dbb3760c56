using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>The end of an execution that a <c>startExecution.sync</c> of another one waits for.</summary>
internal static class ChildEnd
{
    /// <summary>Tells the waiting execution, in the transaction of the child's last step. A child that did not succeed fails the task with <c>States.TaskFailed</c>.</summary>
    public static void Tell(StoreConnection connection, ExecutionTaskRecord waiting, ExecutionRecord child, ExecutionLoop loop)
    {
        var parsed = waiting.Resource.EndsWith(".sync:2", StringComparison.Ordinal);
        var described = SyncOutput.Of(child, parsed).ToString();
        loop.Tell(connection, child.Status == "SUCCEEDED"
            ? new ExecutionInputRecord(0, waiting.Execution, ExecutionInputKind.Succeeded, waiting.Task, described, null, null)
            : new ExecutionInputRecord(0, waiting.Execution, ExecutionInputKind.Failed, waiting.Task, null, "States.TaskFailed", described));
    }
}
