namespace JobMgmt.StatesLanguage.Model;

/// <summary>States and where they start: a whole state machine's, a Parallel's branch, a Map's item processor.</summary>
/// <param name="StartAt">The first state.</param>
/// <param name="States">The states by name.</param>
public sealed record Branch(string StartAt, IReadOnlyDictionary<string, State> States);
