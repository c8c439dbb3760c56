using System.Globalization;
using System.Text;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>
/// Writes a picture as one SVG document that needs nothing else: no script, no font, no id that could clash in a page; light and dark by the reader's wish, with a title and a description
/// for those who hear it.
/// </summary>
public static class SvgPictureWriter
{
    private const double Column = 8;
    private const double NoteColumn = 6.2;
    private const double NoteGap = 8;
    private const double LevelGap = 56;
    private const double LineHeight = 16;
    private const double Margin = 16;
    private const int LongestName = 40;

    /// <summary>Writes a picture; lines end in line feeds.</summary>
    public static string Write(NetworkPicture picture)
    {
        var names = picture.Jobs.Select(job => DisplayWidth.Fit(PictureWords.OneLine(job.Name), LongestName, "…")).ToArray();
        var widths = picture.Jobs.Select((job, i) => new[]
        {
            64,
            (new[] { DisplayWidth.Of(names[i]), DisplayWidth.Of(PictureWords.Marks(job) ?? ""), (job.Status?.ToString() ?? "").Length }.Max() * Column) + 24,
            2 * (NoteGap + ((PictureWords.RunOn(job.RunOn) ?? "").Length * NoteColumn)), // the note stands right of the line, above the job
        }.Max()).ToArray();
        var layout = LayeredLayout.Of(picture, widths, 24);
        var height = 32.0 + (picture.Jobs.Any(job => job.Status is not null) ? LineHeight : 0) + (picture.Jobs.Any(job => job.Marks.Count > 0) ? LineHeight : 0);
        var top = Margin + (picture.Title.Length > 0 ? 28 : 0);
        var title = DisplayWidth.Fit(PictureWords.OneLine(picture.Title), 120, "…");
        var width = Math.Max(layout.Width, DisplayWidth.Of(title) * Column) + (2 * Margin);
        var shift = (width - layout.Width) / 2;
        double Y(int level) => top + (level * (height + LevelGap));
        var total = Y(Math.Max(0, layout.LevelCount - 1)) + height + Margin;

        var text = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"jobnetwork\" role=\"img\" width=\"{N(width)}\" height=\"{N(total)}\" viewBox=\"0 0 {N(width)} {N(total)}\">\n");
        text.Append("<title>").Append(Xml(picture.Title.Length > 0 ? picture.Title : "Job network")).Append("</title>\n<desc>").Append(Xml(PictureWords.Describe(picture))).Append("</desc>\n");
        text.Append(SvgStyle.Of(picture));
        text.Append("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        if (title.Length > 0)
        {
            text.Append($"<text class=\"title\" x=\"{N(width / 2)}\" y=\"{N(Margin + 8)}\">{Xml(title)}</text>\n");
        }

        foreach (var line in layout.Lines)
        {
            AppendLine(text, line, picture.Jobs[line.To].RunOn, layout.Jobs[line.From].Level, Y, height, shift);
        }

        foreach (var job in layout.Jobs)
        {
            AppendJob(text, picture.Jobs[job.Job], names[job.Job], job, job.X + shift, Y(job.Level), height);
        }

        return text.Append("</svg>\n").ToString();
    }

    private static void AppendLine(StringBuilder text, PlacedLine line, JobRunOn runOn, int level, Func<int, double> y, double height, double shift)
    {
        var path = new StringBuilder();
        for (var i = 0; i < line.X.Count - 1; i++)
        {
            double x1 = line.X[i] + shift, x2 = line.X[i + 1] + shift;
            double y1 = y(level + i) + height, y2 = y(level + i + 1) - (i == line.X.Count - 2 ? 6 : 0);
            var middle = (y1 + y2) / 2;
            path.Append(i == 0 ? $"M{N(x1)} {N(y1)}" : $"V{N(y1)}").Append($"C{N(x1)} {N(middle)} {N(x2)} {N(middle)} {N(x2)} {N(y2)}");
        }

        var end = line.X[line.X.Count - 1] + shift;
        var tip = y(level + line.X.Count - 1);
        text.Append($"<path class=\"{(runOn == JobRunOn.Success ? "line" : "line dashed")}\" d=\"{path}\"/>")
            .Append($"<path class=\"tip\" d=\"M{N(end)} {N(tip)}l-4 -8h8z\"/>\n");
    }

    private static void AppendJob(StringBuilder text, PictureJob job, string name, PlacedJob placed, double x, double y, double height)
    {
        var on = PictureWords.RunOn(job.RunOn);
        var lines = new[] { PictureWords.Marks(job), job.Status?.ToString() }.OfType<string>().ToArray();
        var at = y + 20;
        var kind = job.Status is { } status ? $"job {status}" : "job";
        text.Append($"<g class=\"{kind}\"><title>{Xml(string.Join(": ", new[] { job.Name, on, PictureWords.Marks(job), job.Status?.ToString() }.Where(part => part is not null)))}</title>")
            .Append($"<rect x=\"{N(x - (placed.Width / 2))}\" y=\"{N(y)}\" width=\"{N(placed.Width)}\" height=\"{N(height)}\" rx=\"6\"/>")
            .Append($"<text x=\"{N(x)}\" y=\"{N(lines.Length == 0 ? y + (height / 2) + 4.5 : at)}\">{Xml(name)}</text>");
        foreach (var line in lines)
        {
            at += LineHeight + 1;
            text.Append($"<text class=\"status\" x=\"{N(x)}\" y=\"{N(at)}\">{Xml(line)}</text>");
        }

        text.Append(on is null ? "" : $"<text class=\"on\" x=\"{N(x + NoteGap)}\" y=\"{N(y - 10)}\">{on}</text>").Append("</g>\n");
    }

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    // What XML can't have at all (controls, halves of surrogate pairs) becomes U+FFFD.
    private static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogatePair(text, i))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' or '\n' or '\r' => " ",
                < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
                _ => char.IsSurrogate(c) ? "\uFFFD" : c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
