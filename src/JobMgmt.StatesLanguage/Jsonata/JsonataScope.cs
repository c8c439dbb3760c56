namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>What the expressions of a state are evaluated with.</summary>
/// <param name="Bindings">The state's variables and <c>$states</c>.</param>
/// <param name="Environment">Instant, randomness and bounds.</param>
public sealed record JsonataScope(JsonataBindings Bindings, JsonataEnvironment Environment);
