namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>What a mock file says.</summary>
/// <param name="StateMachines">By the state machines' names, their test cases in the file's order.</param>
internal sealed record MockConfig(IReadOnlyDictionary<string, IReadOnlyList<TestCase>> StateMachines);
