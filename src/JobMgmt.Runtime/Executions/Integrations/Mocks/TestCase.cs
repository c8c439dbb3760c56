namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>A test case of a state machine: which response mocks which of its states. The other states make their calls.</summary>
/// <param name="Name">Its name in the file, and after the <c>#</c> of the ARN that is started.</param>
/// <param name="States">The mocked responses by the states' names.</param>
internal sealed record TestCase(string Name, IReadOnlyDictionary<string, MockedResponse> States);
