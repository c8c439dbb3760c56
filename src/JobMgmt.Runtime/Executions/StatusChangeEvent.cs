using System.Text;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary><c>Step Functions Execution Status Change</c>: DescribeExecution's members with epoch milliseconds and explicit nulls.</summary>
internal sealed class StatusChangeEvent(IEventBus bus)
{
    private const int MostBytes = 248 * 1024; // what is larger is left out, the input first, then the output

    public void Put(StoreConnection connection, ExecutionRecord execution) =>
        bus.Put(connection, "aws.states", "Step Functions Execution Status Change", [execution.Arn], Detail(execution));

    private static JsonObject Detail(ExecutionRecord execution)
    {
        var at = execution.Stopped ?? execution.Started;
        var (inputSize, outputSize) = (Size(execution.Input), Size(execution.Output));
        var hasInput = inputSize + outputSize <= MostBytes;
        var hasOutput = (hasInput ? inputSize : 0) + outputSize <= MostBytes;
        var reason = Redrive.Reason(execution, at);
        return JsonObject.Of(
            ("executionArn", execution.Arn),
            ("stateMachineArn", execution.StateMachineArn),
            ("name", execution.Name),
            ("status", execution.Status),
            ("startDate", execution.Started.ToUnixTimeMilliseconds()),
            ("stopDate", execution.Stopped is { } stopped ? stopped.ToUnixTimeMilliseconds() : JsonValue.Null),
            ("input", JsonValue.OrNull(hasInput ? execution.Input : null)),
            ("output", JsonValue.OrNull(hasOutput ? execution.Output : null)),
            ("stateMachineVersionArn", JsonValue.OrNull(execution.VersionArn)),
            ("stateMachineAliasArn", JsonValue.OrNull(execution.AliasArn)),
            ("redriveCount", execution.RedriveCount),
            ("redriveDate", execution.Redriven is { } redriven ? redriven.ToUnixTimeMilliseconds() : JsonValue.Null),
            ("redriveStatus", Redrive.Status(execution, at)),
            ("redriveStatusReason", JsonValue.OrNull(reason)),
            ("inputDetails", JsonObject.Of(("included", hasInput))),
            ("outputDetails", execution.Output is null ? JsonValue.Null : JsonObject.Of(("included", hasOutput))),
            ("error", JsonValue.OrNull(execution.Error)),
            ("cause", JsonValue.OrNull(execution.Cause)));
    }

    private static int Size(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(new JsonString(text).ToString()); // as escaped in the event
}
