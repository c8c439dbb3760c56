using System.Globalization;

namespace JobMgmt.Schedules.AwsCron;

/// <summary>Reads a field of numbers, ranges and steps: <c>*</c>, <c>5</c>, <c>1-5</c>, <c>0/15</c>, <c>*/15</c>, <c>1-31/10</c>, and lists of these.</summary>
internal sealed class CronFieldReader(CronFieldRange range, CronPart text)
{
    public CronField Read()
    {
        var field = new CronField(range.Least, range.Most);
        foreach (var item in text.Split(','))
        {
            var (first, last, step) = Item(item);
            for (var number = first; number <= last; number += step)
            {
                field.Add(number);
            }
        }

        return field;
    }

    /// <summary>A single number or name.</summary>
    public int Number(CronPart part)
    {
        var named = Array.FindIndex(range.Names, name => name.Equals(part.Text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? range.Least + named
            : Whole(part.Text) is { } number && number >= range.Least && number <= range.Most ? number
            : throw Unknown(part);
    }

    private (int First, int Last, int Step) Item(CronPart item)
    {
        var parts = item.Split('/');
        if (parts.Count > 2)
        {
            throw Unknown(item);
        }

        var step = parts.Count == 1 ? 1 : Step(parts[1]);
        if (parts[0].Text == "*")
        {
            return (range.Least, range.Most, step);
        }

        var ends = parts[0].Split('-');
        if (ends.Count > 2)
        {
            throw Unknown(item);
        }

        var first = Number(ends[0]);
        var last = ends.Count == 2 ? Number(ends[1]) : parts.Count == 2 ? range.Most : first;
        return last >= first
            ? (first, last, step)
            : throw Fault(parts[0], $"The range {parts[0].Text} runs backwards.", FormattableString.Invariant($"Write it as two: {first}-{range.Most},{range.Least}-{last}."));
    }

    private int Step(CronPart part)
    {
        var most = range.Least == 0 ? range.Most + 1 : range.Most; // 0/60 is taken, and names minute 0
        return Whole(part.Text) is { } step && step > 0 && step <= most
            ? step
            : throw Fault(part, $"'{part.Text}' is no step.", FormattableString.Invariant($"Give a whole number from 1 to {most}."));
    }

    private static int? Whole(string text) =>
        text.Length is > 0 and <= 4 && text.All(digit => digit is >= '0' and <= '9') ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private ScheduleSyntaxException Unknown(CronPart part) => Fault(part, $"'{part.Text}' is no {range.Name}.", $"Write {range.Allowed}.");

    private ScheduleSyntaxException Fault(CronPart part, string fault, string fix) => new(range.Name, part.Position, fault, fix);
}
