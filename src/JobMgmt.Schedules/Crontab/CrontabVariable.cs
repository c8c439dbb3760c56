namespace JobMgmt.Schedules.Crontab;

/// <summary>A line of a crontab that sets a variable: <c>NAME = value</c>, either in quotes or not. Nothing in it is expanded.</summary>
internal static class CrontabVariable
{
    internal static bool TryRead(string text, out KeyValuePair<string, string> variable)
    {
        variable = default;
        var at = 0;
        if (!TryReadPart(text, ref at, isName: true, out var name) || name.Length == 0)
        {
            return false;
        }

        while (at < text.Length && (text[at] is ' ' or '\t'))
        {
            at++;
        }

        if (at == text.Length || text[at] != '=')
        {
            return false;
        }

        at++;
        while (at < text.Length && (text[at] is ' ' or '\t'))
        {
            at++;
        }

        if (!TryReadPart(text, ref at, isName: false, out var value) || text.Substring(at).Trim(' ', '\t').Length > 0)
        {
            return false;
        }

        variable = new KeyValuePair<string, string>(name, value);
        return true;
    }

    private static bool TryReadPart(string text, ref int at, bool isName, out string part)
    {
        var start = at;
        if (at < text.Length && (text[at] is '"' or '\''))
        {
            var end = text.IndexOf(text[at], at + 1);
            part = end < 0 ? "" : text.Substring(at + 1, end - at - 1);
            at = end + 1;
            return end >= 0;
        }

        while (at < text.Length && !(isName && (text[at] is ' ' or '\t' or '=')))
        {
            at++;
        }

        part = text.Substring(start, at - start).TrimEnd(' ', '\t');
        return true;
    }
}
