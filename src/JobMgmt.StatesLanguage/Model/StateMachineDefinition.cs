using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>A state machine, read and checked.</summary>
/// <param name="Root">Its states.</param>
/// <param name="TimeoutSeconds">Seconds that an execution may take; null for no limit.</param>
/// <param name="Comment">For people.</param>
/// <param name="Source">The definition as it was written.</param>
public sealed record StateMachineDefinition(Branch Root, long? TimeoutSeconds, string? Comment, JsonObject Source);
