using System.Globalization;

namespace JobMgmt.Bench.Figures;

/// <summary>The printed table, in Markdown, so that it can be pasted into docs/performance.md.</summary>
internal static class Report
{
    public static void Write(TextWriter to, Measurements ours, Measurements? peer)
    {
        to.WriteLine("| figure | unit | min | median | max | target | | moto | better by |");
        to.WriteLine("|---|---|--:|--:|--:|--:|---|--:|--:|");
        foreach (var figure in FigureTable.All.Where(figure => ours.Values(figure).Count > 0))
        {
            var values = ours.Values(figure);
            var (median, other) = (ours.Median(figure)!.Value, peer?.Median(figure));
            var ratio = other is { } value && value > 0 && median > 0 ? figure.HigherIsBetter ? median / value : value / median : (double?)null;
            to.WriteLine($"| {figure.Name} | {figure.Unit} | {Number(values[0])} | {Number(median)} | {Number(values[^1])} | {Target(figure)} | "
                + $"{(figure.Meets(median) ? "met" : "**missed**")} | {Number(other)} | {(ratio is null ? "" : $"{Number(ratio)} ×")} |");
        }
    }

    private static string Target(Figure figure) => figure.Target is null ? "" : $"{(figure.HigherIsBetter ? "≥" : "≤")} {Number(figure.Target)}";

    /// <summary>Three significant digits.</summary>
    private static string Number(double? value)
    {
        if (value is not { } number || number == 0)
        {
            return value is null ? "" : "0";
        }

        var digits = Math.Max(0, 2 - (int)Math.Floor(Math.Log10(Math.Abs(number))));
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Abs(number))) - 2));
        return (Math.Round(number / step) * step is var whole && digits == 0 ? whole : number).ToString(digits == 0 ? "#,0" : "0." + new string('0', digits), CultureInfo.InvariantCulture);
    }
}
