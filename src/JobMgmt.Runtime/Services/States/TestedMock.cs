using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Services.States;

/// <summary>TestState's <c>mock</c>: what the state's work gives, in the place of the work.</summary>
/// <param name="Result">The result; null where an error is mocked.</param>
/// <param name="Error">The error name.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Mode">How the result is checked: STRICT, PRESENT or NONE.</param>
internal sealed record TestedMock(JsonValue? Result, string? Error, string? Cause, string Mode)
{
    /// <summary>Reads it; null where the request has none.</summary>
    public static TestedMock? Read(JsonObject request)
    {
        if (request.Object("mock") is not { } mock)
        {
            return null;
        }

        var (result, error, mode) = (mock.Text("result"), mock.Object("errorOutput"), mock.Text("fieldValidationMode"));
        if (request.Flag("revealSecrets") ?? false)
        {
            throw Invalid("TestState does not support RevealSecrets when a mock is specified.");
        }

        if (result is null == error is null)
        {
            throw Invalid("A test mock should have only one of the following fields: [result, errorOutput].");
        }

        return result is null ? new TestedMock(null, error?.Text("error"), error?.Text("cause"), mode ?? "STRICT")
            : JsonValue.TryParse(result, out var value) ? new TestedMock(value, null, null, mode ?? "STRICT")
            : throw Invalid("Mocked result must be valid JSON");
    }

    /// <summary>Refuses a mock for a state that does no work, a Map or Parallel without one, and what only a mock can stand for.</summary>
    public static void Check(TestedMock? mock, State state)
    {
        if (mock is not null && state is not (TaskState or MapState or ParallelState))
        {
            throw Invalid($"State type '{state.Type}' is not supported when a mock is specified");
        }

        var isExported = state is MapState { ResultWriter.Resource: not null }; // its result tells where the results are
        if (mock?.Result is { } result && state is MapState or ParallelState && result is not JsonArray && !(isExported && result is JsonObject))
        {
            throw Invalid("Mocked result must be an array.");
        }

        if (mock is null && state is MapState or ParallelState)
        {
            throw new ServiceException(
                "InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }

        if (mock is null && state is TaskState { Resource: { Pattern: not TaskPattern.RequestResponse } resource })
        {
            throw Invalid($"TestState needs a mock for the resource '{resource.Arn}': it waits for no job, token or activity.");
        }
    }

    private static ServiceException Invalid(string message) => new("ValidationException", message);
}
