using System.Text;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>The columns of a picture in text: what is at the left, the name, the status, a note.</summary>
internal sealed class TextColumns(int left, int name, int status, int width, TextGlyphs glyphs, Func<JobRunStatus, string, string>? paint)
{
    private const int LeastNote = 6;

    public string Line(string lead, PictureJob job, string note)
    {
        var line = new StringBuilder(DisplayWidth.Pad(lead, left)).Append("  ")
            .Append(DisplayWidth.Pad(DisplayWidth.Fit(PictureWords.OneLine(job.Name), name, glyphs.Ellipsis), name));
        var used = left + 2 + name;
        if (status > 0)
        {
            var word = job.Status?.ToString() ?? "";
            line.Append("  ").Append(job.Status is { } known && paint is not null ? paint(known, word) : word).Append(' ', status - word.Length);
            used += 2 + status;
        }

        if (note.Length > 0 && width - used - 2 >= LeastNote)
        {
            line.Append("  ").Append(DisplayWidth.Fit(note, width - used - 2, glyphs.Ellipsis));
        }

        return line.ToString().TrimEnd(' ');
    }
}
