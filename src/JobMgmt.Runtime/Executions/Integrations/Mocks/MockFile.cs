using System.Security;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>
/// The mock file that the runtime was started with, if any. It is read at the start, and again whenever an execution is started with a test case: an edit holds from the
/// next start on. An execution goes by the test case as it was when that started.
/// </summary>
internal sealed class MockFile
{
    private readonly Lock _lock = new();
    private byte[] _bytes = [];
    private MockConfig? _config;

    private MockFile(string? path) => Path = path;

    /// <summary>Its full path.</summary>
    public string? Path { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path; null for none.</param>
    /// <exception cref="RuntimeStartException">It can't be used.</exception>
    public static MockFile Open(string? path)
    {
        var file = new MockFile(path);
        try
        {
            if (path is not null)
            {
                file.Read(path);
            }

            return file;
        }
        catch (MockFileException error)
        {
            throw new RuntimeStartException(error.Message, error);
        }
    }

    /// <summary>A state machine's test case, as the file has it now.</summary>
    /// <exception cref="ServiceException">ValidationException: there is no such test case, no file, or the file can't be used any more.</exception>
    public TestCase TestCase(string stateMachine, string name)
    {
        if (Path is null)
        {
            throw Refusal($"The runtime has no mock file, so there is no test case '{name}'. Start it with --mock-config, SFN_MOCK_CONFIG or Start-JobRuntime -MockConfigFile.");
        }

        MockConfig config;
        try
        {
            config = Read(Path);
        }
        catch (MockFileException error)
        {
            throw Refusal(error.Message);
        }

        if (!config.StateMachines.TryGetValue(stateMachine, out var cases))
        {
            throw Refusal($"The mock file '{Path}' has no state machine '{stateMachine}'; those it has: {Names(config.StateMachines.Keys)}.");
        }

        return cases.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw Refusal($"The mock file '{Path}' has no test case '{name}' for '{stateMachine}'; those it has: {Names(cases.Select(candidate => candidate.Name))}.");
    }

    /// <summary>What the file says. A content that is known already is not taken apart again.</summary>
    private MockConfig Read(string path)
    {
        var bytes = Bytes(path);
        lock (_lock)
        {
            if (_config is null || !_bytes.AsSpan().SequenceEqual(bytes))
            {
                _config = Parse(path, bytes);
                _bytes = bytes;
            }

            return _config;
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new MockFileException($"The mock file '{path}' can't be read: {error.Message}", error);
        }
    }

    private static MockConfig Parse(string path, byte[] bytes)
    {
        var faults = new List<MockFault>();
        try
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            var config = MockConfigReader.Read(JsonValue.Parse(bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length) : bytes), faults);
            return faults.Count == 0 ? config : throw new MockFileException(
                $"The mock file '{path}' can't be used: {string.Join(" ", faults.Select(fault => $"[{(fault.Pointer.Length == 0 ? "/" : fault.Pointer)}] {fault.Message}"))}");
        }
        catch (JsonSyntaxException error)
        {
            throw new MockFileException($"The mock file '{path}' is not JSON: {error.Message} Mend it there.", error);
        }
    }

    private static string Names(IEnumerable<string> names) => names.ToArray() is { Length: > 0 } some ? string.Join(", ", some) : "none";

    private static ServiceException Refusal(string message) => new("ValidationException", message);
}
