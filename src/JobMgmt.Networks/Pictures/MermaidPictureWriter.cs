using System.Globalization;
using System.Text;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>Writes a picture as a Mermaid flowchart. Names stand in quoted labels only, with everything that Mermaid reads in them as a character code.</summary>
public static class MermaidPictureWriter
{
    /// <summary>Writes a picture; lines end in line feeds.</summary>
    public static string Write(NetworkPicture picture)
    {
        var text = new StringBuilder();
        if (picture.Title.Length > 0)
        {
            text.Append("---\ntitle: ").Append(YamlString(PictureWords.OneLine(picture.Title))).Append("\n---\n");
        }

        text.Append("flowchart TD\n");
        for (var i = 0; i < picture.Jobs.Count; i++)
        {
            var job = picture.Jobs[i];
            var marks = PictureWords.Marks(job) is { } words ? $"<br/>({words})" : "";
            var status = job.Status is { } known ? $"<br/>{known}\"]:::{known}" : "\"]";
            text.Append("    ").Append(Id(i)).Append("[\"").Append(Label(job.Name)).Append(marks).Append(status).Append('\n');
        }

        for (var i = 0; i < picture.Jobs.Count; i++)
        {
            var arrow = PictureWords.RunOn(picture.Jobs[i].RunOn) is { } on ? $" -. \"{on}\" .-> " : " --> ";
            foreach (var one in picture.Jobs[i].After)
            {
                text.Append("    ").Append(Id(one)).Append(arrow).Append(Id(i)).Append('\n');
            }
        }

        foreach (var status in PictureWords.Statuses(picture))
        {
            text.Append("    classDef ").Append(status).Append(' ').Append(Style(status)).Append('\n');
        }

        return text.ToString();
    }

    private static string Id(int job) => "job" + job.ToString(CultureInfo.InvariantCulture);

    private static string Style(JobRunStatus status)
    {
        var colour = StatusColour.Of(status);
        return $"fill:{colour.Fill},stroke:{colour.Line},color:{StatusColour.Text}{(colour.Dashed ? ",stroke-dasharray:4 3" : "")}";
    }

    // Letters and digits of any script are safe, and so is what no grammar or Markdown reads; the rest is told by its code.
    private static string Label(string name)
    {
        var label = new StringBuilder();
        foreach (var c in name.Replace("\r\n", "\n"))
        {
            label.Append(c switch
            {
                '\n' => "<br/>",
                ' ' or '-' or '.' or ',' or '/' or '(' or ')' or '=' => c.ToString(),
                _ when char.IsControl(c) => " ",
                _ when char.IsLetterOrDigit(c) || c > '\u007F' => c.ToString(),
                _ => $"#{((int)c).ToString(CultureInfo.InvariantCulture)};",
            });
        }

        return label.ToString();
    }

    // Mermaid takes a title's angle brackets for HTML, whatever they are written as.
    private static string YamlString(string text)
        => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace('<', '‹').Replace('>', '›') + "\"";
}
