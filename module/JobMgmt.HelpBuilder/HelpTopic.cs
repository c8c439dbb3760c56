namespace JobMgmt.HelpBuilder;

/// <summary>One cmdlet's prose: what a help Markdown file holds.</summary>
internal sealed class HelpTopic
{
    public string Synopsis { get; private set; } = "";

    public IReadOnlyList<string> Description { get; private set; } = [];

    /// <summary>Parameter name (no dash) to its paragraphs.</summary>
    public Dictionary<string, IReadOnlyList<string>> Parameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<HelpExample> Examples { get; } = [];

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public IReadOnlyList<string> Links { get; private set; } = [];

    /// <summary>Reads the Markdown: second-level headings are sections, third-level ones a parameter or an example.</summary>
    public static HelpTopic Parse(string markdown)
    {
        var topic = new HelpTopic();
        string section = "", item = "";
        var lines = new List<string>();
        bool inCode = false;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!inCode && line.StartsWith("## ", StringComparison.Ordinal))
            {
                topic.Take(section, item, lines);
                (section, item) = (line[3..].Trim(), "");
            }
            else if (!inCode && line.StartsWith("### ", StringComparison.Ordinal))
            {
                topic.Take(section, item, lines);
                item = line[4..].Trim();
            }
            else
            {
                lines.Add(line);
            }
        }

        topic.Take(section, item, lines);
        return topic;
    }

    /// <summary>Fills in the parameters whose text is the same everywhere, where the topic has none of its own.</summary>
    public void Complete(CmdletSyntax cmdlet, HelpTopic common)
    {
        foreach (string name in cmdlet.Parameters.Select(p => p.Name).Distinct().Where(n => !Parameters.ContainsKey(n)))
        {
            if (common.Parameters.TryGetValue(name, out IReadOnlyList<string>? text))
            {
                Parameters[name] = text;
            }
        }
    }

    private void Take(string section, string item, List<string> lines)
    {
        switch (section)
        {
            case "SYNOPSIS":
                Synopsis = string.Join(' ', Paragraphs(lines));
                break;
            case "DESCRIPTION":
                Description = Paragraphs(lines);
                break;
            case "PARAMETERS" when item.Length > 0:
                Parameters[item.TrimStart('-')] = Paragraphs(lines);
                break;
            case "EXAMPLES" when item.Length > 0:
                Examples.Add(HelpExample.Parse(item, lines));
                break;
            case "NOTES":
                Notes = Paragraphs(lines);
                break;
            case "RELATED LINKS":
                Links = [.. lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim())];
                break;
        }

        lines.Clear();
    }

    /// <summary>Blank lines part paragraphs; a line break inside one is a space, or nothing between two East Asian characters.</summary>
    internal static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines)
    {
        var result = new List<string>();
        string current = "";
        foreach (string line in lines.Append(""))
        {
            string text = line.Trim();
            if (text.Length == 0 || text.StartsWith("- ", StringComparison.Ordinal))
            {
                if (current.Length > 0)
                {
                    result.Add(current);
                }

                current = text;
                continue;
            }

            bool joined = current.Length > 0 && current[^1] > '\u2E80' && text[0] > '\u2E80';
            current += (current.Length == 0 || joined ? "" : " ") + text;
        }

        return [.. result.Select(p => p.Replace("`", "", StringComparison.Ordinal))];
    }
}
