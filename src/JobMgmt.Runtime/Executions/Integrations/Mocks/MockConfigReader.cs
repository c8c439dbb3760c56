using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>Reads a mock file in the form of Step Functions Local's. All its faults are found at once; what it has beside the form is left alone.</summary>
internal static class MockConfigReader
{
    private static readonly Dictionary<string, MockedResponse> _none = [];

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="faults">What is wrong with it; where there is anything, the result is not to be used.</param>
    public static MockConfig Read(JsonValue content, List<MockFault> faults)
    {
        if (content is not JsonObject file)
        {
            faults.Add(new MockFault("", """A mock file is an object: {"StateMachines": {…}, "MockedResponses": {…}}."""));
            return new MockConfig(new Dictionary<string, IReadOnlyList<TestCase>>());
        }

        var responses = new Dictionary<string, MockedResponse>(StringComparer.Ordinal);
        foreach (var (name, response, pointer) in Members(file, "", "MockedResponses", false, faults))
        {
            responses.Add(name, MockedResponseReader.Read(name, response, pointer, faults));
        }

        var machines = new Dictionary<string, IReadOnlyList<TestCase>>(StringComparer.Ordinal);
        foreach (var (name, machine, pointer) in Members(file, "", "StateMachines", true, faults))
        {
            machines.Add(name, [.. Members(machine, pointer, "TestCases", true, faults).Select(item => TestCase(item, responses, faults))]);
        }

        return new MockConfig(machines);
    }

    private static TestCase TestCase((string Name, JsonValue Value, string Pointer) item, Dictionary<string, MockedResponse> responses, List<MockFault> faults)
    {
        if (item.Value is not JsonObject states)
        {
            faults.Add(new MockFault(item.Pointer, """A test case is an object: {"STATE": "MOCKED RESPONSE"}."""));
            return new TestCase(item.Name, _none);
        }

        var mocked = new Dictionary<string, MockedResponse>(StringComparer.Ordinal);
        foreach (var (state, value) in states)
        {
            var place = MockFault.Member(item.Pointer, state);
            if (value is not JsonString { Value: var name })
            {
                faults.Add(new MockFault(place, "A state is mocked by the name of a response in MockedResponses, a text."));
            }
            else if (!responses.TryGetValue(name, out var response))
            {
                faults.Add(new MockFault(place, $"MockedResponses has no '{name}': {(responses.Count == 0 ? "it is empty" : $"those it has are {string.Join(", ", responses.Keys)}")}."));
            }
            else
            {
                mocked.Add(state, response);
            }
        }

        return new TestCase(item.Name, mocked);
    }

    private static IEnumerable<(string Name, JsonValue Value, string Pointer)> Members(
        JsonValue holder, string pointer, string member, bool isRequired, List<MockFault> faults)
    {
        var value = (holder as JsonObject)?[member];
        if (value is JsonObject obj)
        {
            var place = MockFault.Member(pointer, member);
            return obj.Select(item => (item.Key, item.Value, MockFault.Member(place, item.Key)));
        }

        if (isRequired || value is not null)
        {
            faults.Add(new MockFault(pointer, value is null ? $"{member} is missing: add it, an object." : $"{member} must be an object."));
        }

        return [];
    }
}
