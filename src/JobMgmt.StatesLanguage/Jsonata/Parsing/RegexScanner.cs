using JobMgmt.StatesLanguage.Jsonata.Regexes;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Finds the end of a regular expression: the first slash that is neither escaped nor within brackets.</summary>
internal sealed class RegexScanner
{
    private readonly string _text;

    public RegexScanner(string text) => _text = text;

    /// <summary>Reads the regular expression after its opening slash, and moves the place behind its flags.</summary>
    public JsonataRegex Scan(ref int at)
    {
        var start = at;
        var depth = 0;
        for (; at < _text.Length; at++)
        {
            if (_text[at] == '/' && depth == 0 && !IsEscaped(at))
            {
                return at > start ? Finish(start, ref at) : throw new JsonataException("S0301", at);
            }

            if (_text[at - 1] != '\\')
            {
                depth += _text[at] is '(' or '[' or '{' ? 1 : _text[at] is ')' or ']' or '}' ? -1 : 0;
            }
        }

        throw new JsonataException("S0302", at);
    }

    private JsonataRegex Finish(int start, ref int at)
    {
        var pattern = _text.Substring(start, at - start);
        var flags = ++at;
        while (at < _text.Length && _text[at] is 'i' or 'm')
        {
            at++;
        }

        return JsonataRegex.Create(pattern, _text.Substring(flags, at - flags), at);
    }

    private bool IsEscaped(int at)
    {
        var backslashes = 0;
        while (_text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
