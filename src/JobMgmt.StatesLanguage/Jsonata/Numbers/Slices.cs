namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>JavaScript's ways to cut a string.</summary>
internal static class Slices
{
    /// <summary><c>substring</c>: places outside are moved in, and exchanged where they are the wrong way round.</summary>
    public static string Substring(string text, int start, int end)
    {
        var from = Math.Max(0, Math.Min(start, text.Length));
        var to = Math.Max(0, Math.Min(end, text.Length));
        return text.Substring(Math.Min(from, to), Math.Abs(to - from));
    }

    /// <summary>A text put in at a place; a negative place counts from the end, as with <c>slice</c>.</summary>
    public static string Insert(string text, int at, string part)
    {
        var place = Math.Max(0, Math.Min(at < 0 ? text.Length + at : at, text.Length));
        return text.Substring(0, place) + part + text.Substring(place);
    }
}
