using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Regexes;

/// <summary>
/// Rewrites a pattern of JavaScript (without the u flag) for .NET, whose classes know Unicode, whose <c>$</c> also stands before a
/// last line feed, and which numbers named groups after the others.
/// </summary>
internal sealed class RegexTranslator
{
    private const string LineEnds = "\\n\\r\\u2028\\u2029";
    private const string WordBefore = "(?<=[A-Za-z0-9_])";
    private const string NoWordBefore = "(?<![A-Za-z0-9_])";
    private const string WordAfter = "(?=[A-Za-z0-9_])";
    private const string NoWordAfter = "(?![A-Za-z0-9_])";
    private readonly string _pattern;
    private readonly bool _multiline;
    private readonly StringBuilder _out = new();
    private readonly List<string> _groups;
    private int _at;

    public RegexTranslator(string pattern, bool multiline)
    {
        _pattern = pattern;
        _multiline = multiline;
        _groups = RegexGroups.Names(pattern);
    }

    private char Current => At(_at);

    public string Translate()
    {
        while (_at < _pattern.Length)
        {
            One();
        }

        return _out.ToString();
    }

    private char At(int index) => index < _pattern.Length ? _pattern[index] : '\0';

    private void One()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '\\':
                Escape();
                break;
            case '.':
                _out.Append("[^" + LineEnds + "]");
                break;
            case '^':
                _out.Append(_multiline ? "(?<=\\A|[" + LineEnds + "])" : "\\A");
                break;
            case '$':
                _out.Append(_multiline ? "(?=[" + LineEnds + "]|\\z)" : "\\z");
                break;
            case '[':
                _at = RegexClassTranslator.Translate(_pattern, _at, _out);
                break;
            case '(' when Current == '?' && At(_at + 1) == '<' && At(_at + 2) is not ('=' or '!'):
                _at = _pattern.IndexOf('>', _at) + 1; // a named group is one more group in JavaScript
                _out.Append('(');
                break;
            default:
                _out.Append(c);
                break;
        }
    }

    private void Escape()
    {
        var c = Current;
        _at++;
        switch (c)
        {
            case 'b':
                _out.Append("(?:" + WordBefore + NoWordAfter + "|" + NoWordBefore + WordAfter + ")");
                break;
            case 'B':
                _out.Append("(?:" + WordBefore + WordAfter + "|" + NoWordBefore + NoWordAfter + ")");
                break;
            case 'k' when Current == '<':
                NamedReference();
                break;
            case >= '1' and <= '9' when c - '0' <= _groups.Count:
                Reference(c - '0');
                break;
            default:
                _at = RegexEscapes.Translate(_pattern, _at - 1, _out, inClass: false);
                break;
        }
    }

    private void NamedReference()
    {
        var close = _pattern.IndexOf('>', _at);
        if (close < 0)
        {
            throw new ArgumentException("Invalid named reference");
        }

        var index = _groups.IndexOf(_pattern.Substring(_at + 1, close - _at - 1));
        _at = close + 1;
        Backreference(index + 1);
    }

    private void Reference(int number)
    {
        while (Current is >= '0' and <= '9' && (number * 10) + Current - '0' <= _groups.Count)
        {
            number = (number * 10) + Current - '0';
            _at++;
        }

        Backreference(number);
    }

    // A group that has not matched yet matches the empty text in JavaScript, and nothing at all in .NET.
    private void Backreference(int number)
    {
        if (number < 1 || number > _groups.Count)
        {
            throw new ArgumentException("Invalid reference to a group");
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        _out.Append("(?(").Append(text).Append(")\\").Append(text).Append("|)");
    }
}
