namespace JobMgmt.HelpBuilder;

/// <summary>One example: a title, a script as typed, and remarks.</summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks)
{
    /// <summary>Reads what stands below an example's heading.</summary>
    public static HelpExample Parse(string title, IReadOnlyList<string> lines)
    {
        List<string> code = [], prose = [];
        bool inCode = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
                continue;
            }

            (inCode ? code : prose).Add(line);
        }

        return new HelpExample(title, string.Join('\n', code), HelpTopic.Paragraphs(prose));
    }
}
