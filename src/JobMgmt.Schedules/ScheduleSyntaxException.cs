namespace JobMgmt.Schedules;

/// <summary>A schedule's text is not understood, or can't be kept to; says where and what would be right.</summary>
public sealed class ScheduleSyntaxException : FormatException
{
    /// <summary>A fault of a schedule's text.</summary>
    /// <param name="field">The field: <c>minute</c>, <c>day-of-week</c>, …; empty for the whole.</param>
    /// <param name="position">Where in the text, from 1.</param>
    /// <param name="fault">What is wrong, as a sentence.</param>
    /// <param name="fix">What would be right, as a sentence.</param>
    public ScheduleSyntaxException(string field, int position, string fault, string fix)
        : base($"{(field.Length == 0 ? "" : field + ", ")}column {position.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {fault} {fix}")
    {
        Field = field;
        Position = position;
        Fault = fault;
        Fix = fix;
    }

    /// <summary>The field; empty for the whole.</summary>
    public string Field { get; }

    /// <summary>Where in the text, from 1.</summary>
    public int Position { get; }

    /// <summary>What is wrong.</summary>
    public string Fault { get; }

    /// <summary>What would be right.</summary>
    public string Fix { get; }
}
