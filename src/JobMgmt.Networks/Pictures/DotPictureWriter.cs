using System.Globalization;
using System.Text;

namespace JobMgmt.Networks.Pictures;

/// <summary>Writes a picture in Graphviz's DOT language.</summary>
public static class DotPictureWriter
{
    /// <summary>Writes a picture; lines end in line feeds.</summary>
    public static string Write(NetworkPicture picture)
    {
        var text = new StringBuilder("digraph ").Append(Quote(picture.Title)).Append(" {\n");
        if (picture.Title.Length > 0)
        {
            text.Append("    label=").Append(Quote(picture.Title)).Append(";\n    labelloc=t;\n    fontname=\"sans-serif\";\n");
        }

        text.Append("    charset=\"UTF-8\";\n    rankdir=TB;\n    node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", color=\"#59636e\", fontname=\"sans-serif\"];\n")
            .Append("    edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (var i = 0; i < picture.Jobs.Count; i++)
        {
            var job = picture.Jobs[i];
            text.Append("    ").Append(Id(i)).Append(" [label=").Append(Quote(string.Join("\n", new[] { job.Name, PictureWords.Marks(job) is { } marks ? $"({marks})" : null, job.Status?.ToString() }.Where(line => line is not null))));
            if (job.Status is { } known)
            {
                var colour = StatusColour.Of(known);
                text.Append(", fillcolor=\"").Append(colour.Fill).Append("\", color=\"").Append(colour.Line).Append('"')
                    .Append(colour.Dashed ? ", style=\"rounded,filled,dashed\"" : "");
            }

            text.Append("];\n");
        }

        for (var i = 0; i < picture.Jobs.Count; i++)
        {
            var style = PictureWords.RunOn(picture.Jobs[i].RunOn) is { } on ? $" [style=dashed, label=\"{on}\"]" : "";
            foreach (var one in picture.Jobs[i].After)
            {
                text.Append("    ").Append(Id(one)).Append(" -> ").Append(Id(i)).Append(style).Append(";\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    private static string Id(int job) => "job" + job.ToString(CultureInfo.InvariantCulture);

    // Graphviz reads \N and the like, and HTML entities, also in quoted labels.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text.Replace("\r\n", "\n"))
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '&' => "&amp;",
                '\n' => "\\n",
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
