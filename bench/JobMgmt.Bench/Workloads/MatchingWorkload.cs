using System.Text;
using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>Matching alone, on one thread of this process: from an event's text to the rules that it matches.</summary>
internal sealed class MatchingWorkload : Workload
{
    private const string Tag = "bench";

    public override string Name => "matching";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.Matching1, FigureTable.Matching100, FigureTable.Matching10000];

    public override bool NeedsDurability => true; // it measures no server, so not the peer either

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        foreach (var (rules, figure) in new[] { (1, FigureTable.Matching1), (100, FigureTable.Matching100), (10_000, FigureTable.Matching10000) })
        {
            var index = new PatternIndex<EventPattern>();
            for (var rule = 0; rule < rules; rule++)
            {
                var pattern = EventPattern.Parse(EventRules.Pattern(Tag, rule).ToString());
                index.Add(pattern, pattern);
            }

            Matches(index, Count(20_000, scale)); // first use belongs to no figure
            var count = Count(200_000, scale);
            var began = TimeProvider.System.GetTimestamp();
            var matches = Matches(index, count);
            measurements.Add(figure, count / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            StatesClient.Expect(matches == count / 2, $"{matches} of {count} events matched.");
        }
    }

    private static int Matches(PatternIndex<EventPattern> index, int count)
    {
        var texts = Enumerable.Range(0, 1000).Select(n => Encoding.UTF8.GetBytes(JsonObject.Of(
            ("version", "0"),
            ("id", Guid.NewGuid().ToString()),
            ("detail-type", "Job"),
            ("source", "bench"),
            ("account", "000000000000"),
            ("time", "2026-11-28T00:00:00Z"),
            ("region", "us-east-1"),
            ("resources", JsonArray.Empty),
            ("detail", EventRules.Detail(Tag, n))).ToString())).ToArray();
        var matches = 0;
        for (var n = 0; n < count; n++)
        {
            matches += index.Find(JsonValue.Parse(texts[n % texts.Length])).Count;
        }

        return matches;
    }
}
