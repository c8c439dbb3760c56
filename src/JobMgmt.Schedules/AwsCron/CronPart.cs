namespace JobMgmt.Schedules.AwsCron;

/// <summary>A part of an expression, and where it stands.</summary>
/// <param name="Text">The part.</param>
/// <param name="Position">Where it begins in the expression, from 1.</param>
internal sealed record CronPart(string Text, int Position)
{
    /// <summary>The parts between spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where the text begins.</param>
    public static List<CronPart> Split(string text, int position) => Split(text, position, ' ').FindAll(part => part.Text.Length > 0);

    /// <summary>The parts of this one.</summary>
    public List<CronPart> Split(char separator) => Split(Text, Position, separator);

    /// <summary>This part from a place on, for so many characters.</summary>
    public CronPart Cut(int start, int length) => new(Text.Substring(start, length), Position + start);

    private static List<CronPart> Split(string text, int position, char separator)
    {
        var parts = new List<CronPart>();
        foreach (var part in text.Split(separator))
        {
            parts.Add(new CronPart(part, position));
            position += part.Length + 1;
        }

        return parts;
    }
}
