namespace JobMgmt.Networks.Compilation;

/// <summary>
/// Shell lines as the value of an Automation parameter and back. Such a value is a list of at most 50 texts, none of them empty, while a
/// script may have more lines and blank ones. The agent joins the texts with line breaks, so several lines may share a text.
/// </summary>
internal static class CommandLines
{
    // Of the 50, RunJob takes two for its own lines around the job's.
    internal const int MaxTexts = 48;

    internal static IReadOnlyList<string> Pack(IReadOnlyList<string> lines)
    {
        var texts = new List<string>();
        foreach (var line in lines)
        {
            var last = texts.Count - 1;
            var joins = last >= 0 && (line.Length == 0 || texts[last].Trim('\n').Length == 0 || texts.Count == MaxTexts);
            if (joins)
            {
                texts[last] += "\n" + line;
            }
            else
            {
                texts.Add(line);
            }
        }

        return texts;
    }

    internal static IReadOnlyList<string> Unpack(IEnumerable<string> texts) => texts.SelectMany(text => text.Split('\n')).ToArray();
}
