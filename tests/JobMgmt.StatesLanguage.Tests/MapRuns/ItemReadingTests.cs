using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Reading;
using JobMgmt.StatesLanguage.Tests.Interpreter;

namespace JobMgmt.StatesLanguage.Tests.MapRuns;

/// <summary>Cases/mapruns: a file, how it is read, and the items in it, or why it can't be.</summary>
public sealed class ItemReadingTests
{
    public static TheoryData<string, string, string> Cases() => CaseFiles.Read("mapruns");

    [Theory]
    [MemberData(nameof(Cases))]
    public void File_GivesItsItems(string file, string why, string row)
    {
        Assert.NotEmpty(file + why);
        var item = (JsonObject)JsonValue.Parse(row);
        var settings = ReaderSettings.FromJson(((JsonObject)item["settings"]!).With("max", ReaderSettings.MostItems));
        foreach (var atOnce in new[] { 1, 3, int.MaxValue }) // bytes that one read of the file gives
        {
            using var content = new TrickleStream(Encoding.UTF8.GetBytes(item.Text("file")), atOnce);
            if (item["error"] is { } expected)
            {
                var error = Assert.Throws<MapRunException>(() => MapItems.OfFile(content, settings, "b", "k").Count());
                Assert.Equal("States.ItemReaderFailed", error.Error);
                Assert.True(RecordedAnswer.Matches(expected, new JsonString(error.Cause)), error.Cause);
                continue;
            }

            var items = MapItems.OfFile(content, settings, "b", "k").Select(read => read.Value).ToArray();
            if (item["text"] is JsonString text)
            {
                Assert.Equal(text.Value, Assert.Single(items).ToString());
            }
            else
            {
                Assert.Equal(item["items"]!.ToString(), new JsonArray(items).ToString());
            }
        }
    }

    [Fact]
    public void Json_IsReadItemByItem_NotWhole()
    {
        const int Count = 200_000;
        using var content = new TrickleStream(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, Count).Select(i => $"{{\"number\":{i}}}")) + "]"), 4096);
        var read = 0;
        foreach (var item in MapItems.OfFile(content, new ReaderSettings("JSON", 10), "b", "k").Take(10))
        {
            Assert.Equal($"{{\"number\":{read++}}}", item.Value.ToString());
        }

        Assert.InRange(content.Position, 1, 32768);
        Assert.Equal(Count - 10 - 1, MapItems.OfFile(Rest(), new ReaderSettings("JSON", Count), "b", "k").Count());

        MemoryStream Rest() => new(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, Count - 11).Select(i => $"\"{i}\"")) + "]"));
    }

    [Fact]
    public void Json_HasAnItemLargerThanTheBuffer()
    {
        var large = new string('x', 300_000);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"[1,\"{large}\",2]"));
        Assert.Equal([1, 300_002, 1], MapItems.OfFile(content, new ReaderSettings("JSON", 10), "b", "k").Select(item => item.Value.ToString().Length));
    }
}
