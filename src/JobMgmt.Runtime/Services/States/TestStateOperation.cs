using System.Security.Cryptography;
using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Interpreter.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>TestState: one state runs alone, its work done or mocked; with DEBUG and TRACE what came of its data step by step is told too.</summary>
internal sealed class TestStateOperation(TaskCaller caller, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    private static readonly HashSet<string> _numbers = ["maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage"];

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (definition, stateName, level) = (request.Text("definition"), request.Text("stateName"), request.Text("inspectionLevel") ?? "INFO");
        var configuration = request.Object("stateConfiguration") ?? JsonObject.Empty;
        var (retries, failures) = (configuration.Number("retrierRetryCount"), configuration.Number("mapIterationFailureCount"));
        if (request.Text("roleArn") is { } role)
        {
            RoleArn.Check(role);
        }

        var mock = TestedMock.Read(request);
        var input = JsonText.Parse(request.Text("input") ?? "{}", "input", StatesErrors.InvalidExecutionInput);
        var (variables, context) = (Members(request, "variables"), Members(request, "context"));
        if (context is not null && mock is null)
        {
            throw new ServiceException("ValidationException", "The member 'context' may only be specified where a mock is.");
        }

        var tested = TestedDefinition.Read(definition!, stateName);
        var state = tested.Graph.States[tested.StateName];
        TestedMock.Check(mock, state);
        MockSchema.Check(mock, state);

        var start = Start(request.Text("roleArn") ?? "", input);
        var test = StateTest.Start(new StateTestSetup(
            tested.Graph, tested.StateName, start, variables ?? JsonObject.Empty, context, (int)(retries ?? 0), (int)(failures ?? 0), mock is not null)
        {
            MapItemReaderData = configuration.Text("mapItemReaderData"),
            IsInMap = tested.IsInMap,
        });
        await GoOnAsync(test, mock, start.Facts, call);
        return Describe(test.Result, level != "INFO");
    }

    private async Task GoOnAsync(StateTest test, TestedMock? mock, ExecutionFacts facts, CallContext call)
    {
        if (mock is not null)
        {
            Tell(test, mock.Result, mock.Error, mock.Cause);
        }
        else if (test.Call is { } task)
        {
            var answer = await caller.CallAsync(task, facts, call);
            Tell(test, answer.Output, answer.Error, answer.Cause);
        }
    }

    private static void Tell(StateTest test, JsonValue? result, string? error, string? cause)
    {
        if (result is not null)
        {
            test.Succeed(result);
        }
        else
        {
            test.Fail(error, cause);
        }
    }

    private ExecutionStart Start(string roleArn, JsonValue input)
    {
        var (machine, name) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var facts = new ExecutionFacts(identity.Arn("states", $"express:{machine}:{name}"), name, identity.Arn("states", $"stateMachine:{machine}"), machine, roleArn);
        return new ExecutionStart(time.GetUtcNow(), facts, input, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))))
        {
            TaskParameters = TaskParameters.Instance,
        };
    }

    private static JsonObject? Members(JsonObject request, string name) => request.Text(name) is not { } text ? null
        : JsonValue.TryParse(text, out var value) && value is JsonObject members ? members
        : throw new ServiceException("ValidationException", $"The member '{name}' must be a JSON object.");

    private static JsonObject Describe(StateTestResult result, bool inspects)
    {
        var seen = new JsonObject(result.Inspection.Select(item => KeyValuePair.Create(item.Key, _numbers.Contains(item.Key) ? item.Value : item.Value.ToString())));
        return JsonObject.Of(
            ("output", result.Output?.ToString()),
            ("error", result.Error),
            ("cause", result.Cause),
            ("inspectionData", inspects ? result.ErrorDetails is { } details ? seen.With("errorDetails", details) : seen : null),
            ("nextState", result.NextState),
            ("status", result.Status));
    }
}
