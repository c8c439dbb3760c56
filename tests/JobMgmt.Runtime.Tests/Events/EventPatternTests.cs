using System.IO;
using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Events;

public sealed class EventPatternTests
{
    public static TheoryData<string> Recorded => new(Conformance.Files("event-patterns").Select(file => Path.GetFileNameWithoutExtension(file)!));

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "eventpatterns"), "*.json").Order(StringComparer.Ordinal))
            {
                foreach (var row in (JsonArray)JsonValue.Parse(File.ReadAllBytes(file)))
                {
                    rows.Add(Path.GetFileNameWithoutExtension(file), ((JsonString)((JsonObject)row)["why"]!).Value, row.ToString());
                }
            }

            return rows;
        }
    }

    [ConformanceTheory]
    [MemberData(nameof(Recorded))]
    public void Recorded_AnswersAsAws(string name)
    {
        var row = (JsonObject)JsonValue.Parse(File.ReadAllBytes(Path.Combine(Conformance.Folder!, "event-patterns", name + ".json")));
        var (pattern, @event) = (((JsonString)row["eventPattern"]!).Value, ((JsonString)row["event"]!).Value);
        if (row["error"] is not JsonObject error)
        {
            Assert.True(TestEventDocument.TryParse(@event, out var parsed));
            Assert.Equal(((JsonBoolean)row["matches"]!).Value, EventPattern.Parse(pattern).Matches(parsed));
        }
        else if (((JsonString)error["code"]!).Value == "ValidationException")
        {
            Assert.False(TestEventDocument.TryParse(@event, out _));
        }
        else
        {
            var refusal = Assert.Throws<InvalidEventPatternException>(() => EventPattern.Parse(pattern));
            Assert.Equal(((JsonString)error["message"]!).Value, refusal.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Matches_AnswersAsTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file);
        var row = (JsonObject)JsonValue.Parse(text);
        var pattern = row["pattern"] is JsonString raw ? raw.Value : row["pattern"]!.ToString();
        if (row["reason"] is JsonString reason)
        {
            Assert.Equal($"Event pattern is not valid. Reason: {reason.Value}", Assert.Throws<InvalidEventPatternException>(() => EventPattern.Parse(pattern)).Message);
        }
        else
        {
            Assert.True(((JsonBoolean)row["matches"]!).Value == EventPattern.Parse(pattern).Matches(row["event"]!), why);
        }
    }

    [Fact]
    public void Matches_StaysFast_WhenManyArrayElementsCouldMeet()
    {
        var items = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"a":1,"b":{{i}},"c":2}"""));
        var pattern = EventPattern.Parse("""{"l":{"a":[1],"b":[299],"c":[2],"d":[3]}}""");
        Assert.False(pattern.Matches(JsonValue.Parse($$"""{"l":[{{items}}],"x":1}""")));
    }
}
