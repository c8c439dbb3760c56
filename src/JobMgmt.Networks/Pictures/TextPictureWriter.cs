using System.Text;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>
/// Writes a picture as lines of text, none wider than asked for: a line a job, with the lines that lead to it at the left, then its name, status, and in words what the lines can't
/// say clearly. Where the lines would leave no room for names, the jobs are listed by level with what each comes after.
/// </summary>
public static class TextPictureWriter
{
    private const int LeastName = 12;

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">What there is to draw.</param>
    /// <param name="width">The columns that there are; at least 20.</param>
    /// <param name="glyphs">The characters of the lines.</param>
    /// <param name="paint">Gives a text of a status its colour; null for none.</param>
    /// <returns>The lines, joined by line feeds.</returns>
    public static string Write(NetworkPicture picture, int width, TextGlyphs glyphs, Func<JobRunStatus, string, string>? paint = null)
    {
        var layout = LaneLayout.Of(picture);
        var lines = picture.Title.Length == 0 ? new List<string>() : new List<string> { DisplayWidth.Fit(PictureWords.OneLine(picture.Title), width, glyphs.Ellipsis) };
        var status = picture.Jobs.Select(job => DisplayWidth.Of(job.Status?.ToString() ?? "")).DefaultIfEmpty(0).Max();
        var widest = picture.Jobs.Select(job => DisplayWidth.Of(PictureWords.OneLine(job.Name))).DefaultIfEmpty(0).Max();
        var graph = Math.Max(0, (layout.Width * 2) - 1);
        var room = width - (status > 0 ? status + 2 : 0) - 2;
        var runOn = picture.Jobs.Select(job => (PictureWords.RunOn(job.RunOn) ?? PictureWords.Marks(job))?.Length + 2).Max() ?? 0;
        if (room - graph >= Math.Min(widest, LeastName))
        {
            var columns = new TextColumns(graph, Math.Min(widest, Math.Max(Math.Min(LeastName, room - graph), room - graph - runOn)), status, width, glyphs, paint);
            lines.AddRange(layout.Rows.Select(row => columns.Line(Lanes(picture, layout, row, glyphs), picture.Jobs[row.Job], Note(picture, row.Job, row.Crosses))));
        }
        else
        {
            var level = Levels.Of(picture);
            var digits = (level.DefaultIfEmpty(0).Max() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
            var columns = new TextColumns(digits, Math.Min(widest, Math.Max(LeastName, room - digits - 2 - (width / 3))), status, width, glyphs, paint);
            lines.AddRange(Enumerable.Range(0, picture.Jobs.Count).OrderBy(job => level[job]).ThenBy(job => job).Select(job => columns.Line(
                (level[job] + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits), picture.Jobs[job], Note(picture, job, true))));
        }

        return string.Join("\n", lines);
    }

    private static string Note(NetworkPicture picture, int job, bool inWords)
    {
        var after = picture.Jobs[job].After;
        return string.Join(" ", new[]
        {
            PictureWords.RunOn(picture.Jobs[job].RunOn),
            PictureWords.Marks(picture.Jobs[job]) is { } marks ? $"({marks})" : null,
            inWords && after.Count > 0 ? "after " + string.Join(", ", after.Select(one => PictureWords.OneLine(picture.Jobs[one].Name))) : null,
        }.Where(part => part is not null));
    }

    private static string Lanes(NetworkPicture picture, LaneLayout layout, LaneRow row, TextGlyphs glyphs)
    {
        var line = new StringBuilder();
        var runOn = picture.Jobs[row.Job].RunOn;
        var across = runOn == JobRunOn.Success ? glyphs.Joint(false, false, true, true) : glyphs.Dashed;
        for (var lane = 0; lane < layout.Width; lane++)
        {
            var up = lane < row.Above.Count && row.Above[lane] is not null;
            var down = lane < row.Below.Count && row.Below[lane] is not null;
            var inside = lane >= row.First && lane <= row.Last;
            line.Append(lane == row.Lane ? glyphs.Job(runOn)
                : row.Joined.Contains(lane) ? glyphs.Joint(up, down, lane > row.First, lane < row.Last)
                : up ? glyphs.Joint(true, down, false, false)
                : inside ? across : ' ');
            line.Append(inside && lane < row.Last ? across : ' ');
        }

        return line.ToString(0, Math.Max(0, line.Length - 1));
    }
}
