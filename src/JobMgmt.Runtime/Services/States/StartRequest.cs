using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>What StartExecution and StartSyncExecution are asked for.</summary>
/// <param name="Reference">The state machine, or one of its versions or aliases.</param>
/// <param name="TestCase">The test case of the mock file that follows the ARN after a <c>#</c>, as in Step Functions Local; null for none.</param>
/// <param name="Name">The execution's name; a new one where the request has none.</param>
/// <param name="Input">The input, as sent.</param>
/// <param name="Data">The input, parsed.</param>
/// <param name="TraceHeader">The X-Ray header, if any.</param>
internal sealed record StartRequest(StateMachineReference Reference, string? TestCase, string Name, string Input, JsonValue Data, string? TraceHeader)
{
    public static StartRequest Read(JsonObject request)
    {
        var (reference, testCase) = StatesArn.StartedStateMachine(request);
        var name = ResourceName.Read(request) ?? Guid.NewGuid().ToString();
        var (input, traceHeader) = (request.Text("input") ?? "{}", request.Text("traceHeader"));
        return new StartRequest(reference, testCase, name, input, JsonText.Parse(input, "input", StatesErrors.InvalidExecutionInput), traceHeader);
    }
}
