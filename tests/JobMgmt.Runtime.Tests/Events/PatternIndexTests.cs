using CsCheck;
using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Events;

/// <summary>An index over many patterns answers as each pattern alone. Names and values are few, so that patterns and events often meet.</summary>
public sealed class PatternIndexTests
{
    private static readonly string[] _texts = ["", "a", "A", "ab", "aB", "abc", "b", "ba", "bab", "c*", "ı", "10.0.0.1", "010.0.0.1", "::1", "0::1"];

    private static readonly Gen<string> _name = Pick("a", "b", "c", "a.b");

    private static readonly Gen<JsonValue> _leaf = Gen.OneOf(
        Pick(_texts).Select(text => (JsonValue)new JsonString(text)),
        Pick("0", "1", "1.0", "2", "1e0", "-1").Select(text => (JsonValue)new JsonNumber(text)),
        Pick<JsonValue>(JsonValue.Null, JsonBoolean.True, JsonBoolean.False));

    private static readonly Gen<JsonValue> _event = Events(3);

    private static readonly Gen<JsonValue> _test = Gen.Frequency(
        (6, _leaf),
        (1, Expression("prefix", Text)),
        (1, Expression("suffix", Text)),
        (1, Expression("prefix", AnyCase)),
        (1, Expression("suffix", AnyCase)),
        (1, Expression("equals-ignore-case", Text)),
        (1, Pick("*", "a*", "*b", "a*b", "ab", "c\\*", "*a*").Select(text => Member("wildcard", text))),
        (1, Pick("""["=",1.0]""", """[">",0]""", """[">=",1,"<",2]""").Select(text => Member("numeric", JsonValue.Parse(text)))),
        (1, Pick("10.0.0.0/24", "10.0.0.0/8").Select(text => Member("cidr", text))),
        (1, Gen.Bool.Select(wanted => Member("exists", wanted))),
        (1, Text.Select(text => Member("anything-but", new JsonArray([text])))));

    private static readonly Gen<JsonValue> _pattern = Patterns(2);

    private static Gen<JsonValue> Text => Pick(_texts).Select(text => (JsonValue)new JsonString(text));

    private static Gen<JsonValue> AnyCase => Text.Select(text => Member("equals-ignore-case", text));

    [Fact]
    public void Find_AnswersAsEachPatternAlone() =>
        Gen.Select(_pattern.Array[1, 30], _event.Array[1, 10], Gen.Bool.Array[30]).Sample((patterns, events, kept) =>
        {
            var index = new PatternIndex<EventPattern>();
            var all = patterns.Select(pattern => EventPattern.Parse(pattern.ToString())).ToArray();
            Array.ForEach(all, pattern => index.Add(pattern, pattern));
            Expect(index, all, events);

            var left = all.Where((_, i) => kept[i]).ToArray(); // what was taken out leaves the others as they are
            Array.ForEach(all.Except(left).ToArray(), index.Remove);
            Expect(index, left, events);
            Array.ForEach(all.Except(left).ToArray(), pattern => index.Add(pattern, pattern));
            Expect(index, all, events);
        }, iter: 500);

    [SharedFact("conformance/event-patterns")]
    public void Find_AnswersAsEachPatternAlone_ForWhatWasRecorded()
    {
        var rows = Conformance.Files("event-patterns").Select(file => (JsonObject)JsonValue.Parse(File.ReadAllBytes(file))).Where(row => !row.Contains("error")).ToArray();
        var all = rows.Select(row => EventPattern.Parse(((JsonString)row["eventPattern"]!).Value)).ToArray();
        var index = new PatternIndex<EventPattern>();
        Array.ForEach(all, pattern => index.Add(pattern, pattern));

        Expect(index, all, [.. rows.Select(row => JsonValue.Parse(((JsonString)row["event"]!).Value))]);
    }

    private static void Expect(PatternIndex<EventPattern> index, IReadOnlyList<EventPattern> patterns, IEnumerable<JsonValue> events)
    {
        foreach (var one in events)
        {
            Assert.Equal(patterns.Where(pattern => pattern.Matches(one)).Select(pattern => pattern.Text).Order(), index.Find(one).Select(pattern => pattern.Text).Order());
        }
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<JsonValue> Events(int depth) => Objects(depth == 0 ? _leaf : Gen.Frequency((3, _leaf), (1, Lists(depth)), (2, Events(depth - 1))), 0);

    private static Gen<JsonValue> Lists(int depth) =>
        Gen.OneOf(_leaf, Events(depth - 1)).Array[0, 3].Select(items => (JsonValue)new JsonArray((IReadOnlyList<JsonValue>)items));

    private static Gen<JsonValue> Patterns(int depth)
    {
        var tests = _test.Array[1, 3].Select(items => (JsonValue)new JsonArray((IReadOnlyList<JsonValue>)items));
        var plain = Objects(depth == 0 ? tests : Gen.Frequency((3, tests), (2, Patterns(depth - 1))), 1);
        return depth == 0 ? plain : Gen.Frequency(
            (4, plain),
            (1, Gen.Select(plain, plain, plain).Select(parts => (JsonValue)((JsonObject)parts.Item1).With("$or", new JsonArray([parts.Item2, parts.Item3])))));
    }

    private static Gen<JsonValue> Objects(Gen<JsonValue> member, int fewest) => Gen.Select(_name, member).Array[fewest, 4].Select(members =>
        (JsonValue)new JsonObject(members.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    private static Gen<JsonValue> Expression(string name, Gen<JsonValue> operand) => operand.Select(value => Member(name, value));

    private static JsonValue Member(string name, JsonValue? value) => JsonObject.Of((name, value));
}
