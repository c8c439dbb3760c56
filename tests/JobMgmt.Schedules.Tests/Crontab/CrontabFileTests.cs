using System.Text.Json;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Schedules.Tests.Crontab;

public sealed class CrontabFileTests
{
    public sealed record Entry(int LineNumber, string Time, string? User, string Command, string? StandardInput, IReadOnlyList<string> Environment, string? Comment);

    public sealed record Fault(int LineNumber, string Reason);

    public sealed record Expected(IReadOnlyList<Entry> Entries, IReadOnlyList<Fault> Faults);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases", "crontab");

    public static TheoryData<string, bool> Files()
    {
        var files = new TheoryData<string, bool>();
        foreach (var file in Directory.GetFiles(Folder, "*.crontab"))
        {
            files.Add(Path.GetFileNameWithoutExtension(file), false);
            files.Add(Path.GetFileNameWithoutExtension(file), true);
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryLineIsAnEntryAVariableOrAFault(string name, bool withCarriageReturns)
    {
        ArgumentNullException.ThrowIfNull(name);
        var expected = JsonSerializer.Deserialize<Expected>(File.ReadAllText(Path.Combine(Folder, name + ".json")), JsonSerializerOptions.Web)!;
        var text = File.ReadAllText(Path.Combine(Folder, name + ".crontab")).ReplaceLineEndings(withCarriageReturns ? "\r\n" : "\n");
        var file = CrontabFile.Read(text, name.EndsWith(".system", StringComparison.Ordinal) ? CrontabFormat.System : CrontabFormat.User);
        Assert.Equal(
            expected.Entries.Select(item => JsonSerializer.Serialize(item)),
            file.Entries.Select(item => JsonSerializer.Serialize(new Entry(
                item.LineNumber, item.Time, item.User, item.Command, item.StandardInput, item.Environment.Select(pair => $"{pair.Key}={pair.Value}").ToArray(), item.Comment))));
        Assert.Equal(expected.Faults.Select(fault => fault.LineNumber), file.Faults.Select(fault => fault.LineNumber));
        Assert.All(expected.Faults.Zip(file.Faults), pair => Assert.Contains(pair.First.Reason, pair.Second.Reason, StringComparison.Ordinal));
    }
}
