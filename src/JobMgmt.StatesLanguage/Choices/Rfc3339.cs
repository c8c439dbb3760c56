using System.Globalization;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>
/// Timestamps as ASL asks for them: the profile of ISO 8601 of RFC 3339, with an upper-case <c>T</c> and an upper-case <c>Z</c> or a
/// numeric offset, as <c>2016-08-18T17:33:00Z</c>. A fraction finer than 100 ns is cut.
/// </summary>
public static class Rfc3339
{
    private const int FractionFrom = 19;

    /// <summary>Reads a timestamp, or says that the text is none.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || text[10] != 'T' || !Digits(text, 0, 4) || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var zone = FractionFrom;
        long ticks = 0;
        if (text[zone] == '.')
        {
            zone++;
            var scale = TimeSpan.TicksPerSecond;
            for (; zone < text.Length && text[zone] is >= '0' and <= '9'; zone++)
            {
                scale /= 10;
                ticks += (text[zone] - '0') * scale;
            }

            if (zone == FractionFrom + 1)
            {
                return false;
            }
        }

        if (!TryZone(text, zone, out var offset)
            || !DateTime.TryParseExact(
                text.Substring(0, FractionFrom), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        try
        {
            value = new DateTimeOffset(local.AddTicks(ticks), offset);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false; // the offset carries it out of the years 1 to 9999
        }
    }

    private static bool TryZone(string text, int at, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (at >= text.Length)
        {
            return false;
        }

        if (text[at] == 'Z')
        {
            return text.Length == at + 1;
        }

        if (text[at] is not ('+' or '-') || text.Length != at + 6 || !Digits(text, at + 1, 2) || text[at + 3] != ':' || !Digits(text, at + 4, 2))
        {
            return false;
        }

        var hours = ((text[at + 1] - '0') * 10) + text[at + 2] - '0';
        var minutes = ((text[at + 4] - '0') * 10) + text[at + 5] - '0';
        if (hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[at] == '-' ? -offset : offset;
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool Digits(string text, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
