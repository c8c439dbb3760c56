using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>
/// Answers the tasks of mocked states, in place of their calls, with the events of an unmocked one: what would wait (<c>.sync</c>, <c>.waitForTaskToken</c>) is
/// submitted first, and an activity's task is taken by a worker.
/// </summary>
internal sealed class MockedTasks(Database database)
{
    /// <summary>Answers a task.</summary>
    public async Task AnswerAsync(ExecutionTaskRecord row, ExecutionLoop loop)
    {
        if (database.Read(connection => Inputs(connection, row)) is not { } inputs)
        {
            return; // an EXPRESS one that has ended
        }

        await database.WriteAsync(connection =>
        {
            if (ExecutionTaskStore.MarkSent(connection, row.Execution, row.Task, null))
            {
                inputs.ForEach(input => loop.Tell(connection, input));
            }
        });
    }

    private static List<ExecutionInputRecord>? Inputs(StoreConnection connection, ExecutionTaskRecord row)
    {
        if (ExecutionStore.Find(connection, row.Execution) is not { TestCase: { } testCase }
            || TestCaseStore.Find(connection, testCase, row.StateName) is not var (name, responseName, answers))
        {
            return null;
        }

        var response = MockedResponseReader.Read(responseName, JsonValue.Parse(answers), "", []);
        if (response.To(row.MockedCall!.Value) is not { } answer)
        {
            return [Input(row, ExecutionInputKind.Refused, null, ErrorNames.Runtime, Missing(row, name, response))];
        }

        var resource = TaskResource.TryParse(row.Resource, out var parsed) ? parsed : throw new InvalidOperationException($"A definition was accepted with {row.Resource}.");
        return [.. Submission(row, resource, answer), Settlement(row, resource.Kind == TaskResourceKind.Lambda ? WithPayload(answer) : answer)];
    }

    /// <summary>A function's ARN gives what the function returned. Files for other emulators show what Lambda's Invoke answers, which has that in its Payload.</summary>
    private static MockedAnswer WithPayload(MockedAnswer answer) =>
        (answer.Output as JsonObject)?["Payload"] is { } payload && ((JsonObject)answer.Output!)["StatusCode"] is JsonNumber ? answer with { Output = payload } : answer;

    private static IEnumerable<ExecutionInputRecord> Submission(ExecutionTaskRecord row, TaskResource resource, MockedAnswer answer)
    {
        if (resource.Pattern != TaskPattern.RequestResponse)
        {
            yield return resource.Kind == TaskResourceKind.Activity
                ? Input(row, ExecutionInputKind.ActivityStarted, null, null, null)
                : Input(row, ExecutionInputKind.Submitted, answer.Output ?? JsonObject.Empty, null, null); // nobody knows what the service would have said
        }
    }

    private static ExecutionInputRecord Settlement(ExecutionTaskRecord row, MockedAnswer answer) => answer switch
    {
        { Output: { } output } => Input(row, ExecutionInputKind.Succeeded, output, null, null),
        { IsTimeout: true } => Input(row, ExecutionInputKind.TimedOut, null, answer.Error, answer.Cause),
        _ => Input(row, ExecutionInputKind.Failed, null, answer.Error, answer.Cause),
    };

    private static ExecutionInputRecord Input(ExecutionTaskRecord row, ExecutionInputKind kind, JsonValue? output, string? error, string? cause) =>
        new(0, row.Execution, kind, row.Task, output?.ToString(), error, cause);

    private static string Missing(ExecutionTaskRecord row, string testCase, MockedResponse response) => string.Create(
        CultureInfo.InvariantCulture,
        $"The mocked response '{response.Name}' has no answer to call {row.MockedCall} of the state '{row.StateName}' in this execution (test case '{testCase}'): "
        + $"{response.Range}. Retries, rounds of a loop and iterations of a Map all count.");
}
