using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>What a mocked response answers to some of a state's calls.</summary>
/// <param name="First">The first of these calls; a state's calls are counted from 0.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Output">Of <c>Return</c>: the task's result. Null where it throws.</param>
/// <param name="Error">Of <c>Throw</c>: the error name.</param>
/// <param name="Cause">Of <c>Throw</c>: the cause, if it has one.</param>
internal sealed record MockedAnswer(int First, int Last, JsonValue? Output, string? Error, string? Cause)
{
    /// <summary>The error is one that AWS records as a timeout, not as a failure.</summary>
    public bool IsTimeout => Error is ErrorNames.Timeout or ErrorNames.HeartbeatTimeout;
}
