using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Mocks;

/// <summary>Cases/mocks-refused: files that the runtime does not start with, and what it must say.</summary>
public sealed class RefusedMockFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    private string MockFile => Path.Combine(_folder, "mocks.json");

    public static TheoryData<string, string> Files()
    {
        var rows = new TheoryData<string, string>();
        foreach (var item in (JsonArray)JsonValue.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "mocks-refused", "files.json"))))
        {
            rows.Add(StatesDriver.Text((JsonObject)item, "why"), item.ToString());
        }

        return rows;
    }

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Start_NamesFilePlaceAndRemedy_WhenTheFileIsWrong(string why, string row)
    {
        Assert.NotEmpty(why);
        var item = (JsonObject)JsonValue.Parse(row);
        await File.WriteAllTextAsync(MockFile, item["file"] is JsonString text ? text.Value : item["file"]!.ToString());

        var error = await Assert.ThrowsAsync<RuntimeStartException>(() => TestRuntime.StartAsync(dataPath: Path.Combine(_folder, "data"), mockConfigFile: MockFile));

        Assert.StartsWith($"The mock file '{MockFile}' ", error.Message, StringComparison.Ordinal);
        Assert.All((JsonArray)item["says"]!, words => Assert.Contains(((JsonString)words).Value, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data")), "Nothing is made for a runtime that does not start.");
    }

    [Fact]
    public async Task Start_SaysSo_WhenThereIsNoSuchFile()
    {
        var error = await Assert.ThrowsAsync<RuntimeStartException>(() => TestRuntime.StartAsync(dataPath: Path.Combine(_folder, "data"), mockConfigFile: MockFile));

        Assert.StartsWith($"The mock file '{MockFile}' can't be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TakesAFileWithAByteOrderMark_AndWhatTheFormDoesNotHave()
    {
        await File.WriteAllTextAsync(MockFile, """{"$schema": "s", "StateMachines": {"M": {"TestCases": {}, "Comment": "c"}}}""", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        await using var runtime = await TestRuntime.StartAsync(mockConfigFile: MockFile);

        Assert.Equal(MockFile, StatesDriver.Text(runtime.Host.Description, "mockConfigFile"));
    }
}
