namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>What the SDK tells of an answer beside its members.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="At">When it was answered.</param>
internal sealed record ServiceAnswer(string RequestId, DateTimeOffset At);
