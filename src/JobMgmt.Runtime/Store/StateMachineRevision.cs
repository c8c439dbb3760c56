using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>What a state machine was at some time; an execution keeps the one that it started with.</summary>
/// <param name="Key">The store's key.</param>
/// <param name="RevisionId">The revision's id; null for the one that the machine was created with, as AWS shows it.</param>
/// <param name="Definition">The definition, to the letter.</param>
/// <param name="RoleArn">The execution role.</param>
/// <param name="Logging">The logging configuration.</param>
/// <param name="Tracing">The tracing configuration.</param>
/// <param name="Updated">When it was made.</param>
internal sealed record StateMachineRevision(
    long Key, string? RevisionId, string Definition, string RoleArn, JsonObject Logging, JsonObject Tracing, DateTimeOffset Updated);
