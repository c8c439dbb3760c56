namespace JobMgmt.Schedules.ICalendar;

/// <summary>A content line of an iCalendar text (RFC 5545, 3.1), unfolded: <c>DTSTART;VALUE=DATE:20260101</c>.</summary>
/// <param name="Name">The property, in upper case.</param>
/// <param name="Parameters">Its parameters, their names in upper case.</param>
/// <param name="Value">The value, as it is written.</param>
/// <param name="Number">The line of the text where it begins, from 1.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value, int Number)
{
    /// <summary>The lines of a text.</summary>
    /// <exception cref="ICalendarException">A line is none.</exception>
    public static IEnumerable<ContentLine> Read(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var (line, number) = (lines[i++], i);
            while (i < lines.Length && lines[i].Length > 0 && lines[i][0] is ' ' or '\t')
            {
                line += lines[i++].Substring(1);
            }

            if (line.Trim().Length > 0)
            {
                yield return Parse(line, number);
            }
        }
    }

    /// <summary>A TEXT value, with its escapes undone.</summary>
    public string Text()
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < Value.Length; i++)
        {
            text.Append(Value[i] != '\\' || i + 1 == Value.Length ? Value[i] : Value[++i] is 'n' or 'N' ? ' ' : Value[i]);
        }

        return text.ToString().Trim();
    }

    public ICalendarException Fault(string fault, string fix) => new(Name, Number, fault, fix);

    private static ContentLine Parse(string line, int number)
    {
        var parts = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && line[i] is ';' or ':')
            {
                parts.Add(line.Substring(start, i - start));
                start = i + 1;
                if (line[i] == ':')
                {
                    return new ContentLine(parts[0].Trim().ToUpperInvariant(), ReadParameters(parts), line.Substring(start), number);
                }
            }
        }

        throw new ICalendarException("", number, $"'{(line.Length > 40 ? line.Substring(0, 40) + "…" : line)}' is no line of an iCalendar file.", "A line is NAME:value; one that goes on begins with a space.");
    }

    private static Dictionary<string, string> ReadParameters(List<string> parts)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=');
            parameters[(equals < 0 ? part : part.Substring(0, equals)).Trim().ToUpperInvariant()] = equals < 0 ? "" : part.Substring(equals + 1).Trim('"');
        }

        return parameters;
    }
}
