using System.Globalization;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>
/// Says what is wrong with a text that is no JSON, in the words of Jackson, the parser behind AWS: users search for them. Only for texts that were refused already.
/// </summary>
public sealed class JsonFault
{
    /// <summary>What is told where <see cref="Describe"/> finds no fault.</summary>
    public const string Other = "Invalid JSON";

    private const string Literals = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    private readonly string _text;
    private readonly Stack<char> _open = new();
    private int _at;

    private JsonFault(string text) => _text = text;

    /// <summary>The first fault; null where this reader finds none (it reads no numbers in full).</summary>
    public static string? Describe(string text) => new JsonFault(text).Find();

    private bool IsAtEnd => _at >= _text.Length;

    private char Next => _text[_at];

    private string? Find()
    {
        Skip();
        if (IsAtEnd)
        {
            return "No content to map due to end-of-input";
        }

        var fault = Value();
        while (fault is null && _open.Count > 0)
        {
            fault = AfterValue();
        }

        return fault;
    }

    /// <summary>One value, or the opening of an array or object and its first member.</summary>
    private string? Value()
    {
        Skip();
        if (IsAtEnd)
        {
            return End();
        }

        switch (Next)
        {
            case '{':
                _open.Push(_text[_at++]);
                Skip();
                return IsAtEnd ? End() : Next == '}' ? null : Member();
            case '[':
                _open.Push(_text[_at++]);
                Skip();
                return IsAtEnd ? End() : Next == ']' ? null : Value();
            case '"':
                return Text();
            case var digit when digit == '-' || char.IsDigit(digit):
                return Number();
            case var letter when char.IsLetter(letter) || letter is '_' or '$':
                return Token();
            default:
                return $"Unexpected character ({Shown(Next)}): expected a valid value {Literals}";
        }
    }

    private string? Member()
    {
        if (Next != '"')
        {
            return $"Unexpected character ({Shown(Next)}): was expecting double-quote to start field name";
        }

        if (Text() is { } fault)
        {
            return fault;
        }

        Skip();
        if (IsAtEnd)
        {
            return End();
        }

        return _text[_at++] == ':' ? Value() : $"Unexpected character ({Shown(_text[_at - 1])}): was expecting a colon to separate field name and value";
    }

    private string? AfterValue()
    {
        Skip();
        if (IsAtEnd)
        {
            return End();
        }

        var isObject = _open.Peek() == '{';
        switch (_text[_at++])
        {
            case '}' when isObject:
            case ']' when !isObject:
                _open.Pop();
                return null;
            case ',':
                Skip();
                return IsAtEnd ? End() : isObject ? Member() : Value();
            case var close when close is '}' or ']':
                return $"Unexpected close marker '{close}': expected '{(isObject ? '}' : ']')}' (for {(isObject ? "Object" : "Array")} starting at [Source: UNKNOWN; line: 1, column: 1])";
            case var other:
                return $"Unexpected character ({Shown(other)}): was expecting comma to separate {(isObject ? "Object" : "Array")} entries";
        }
    }

    private string? Text()
    {
        for (_at++; !IsAtEnd; _at++)
        {
            switch (Next)
            {
                case '"':
                    _at++;
                    return null;
                case '\\':
                    _at++;
                    if (!IsAtEnd && "\"\\/bfnrtu".IndexOf(Next) < 0)
                    {
                        return $"Unrecognized character escape {Shown(Next)}";
                    }

                    break;
                case < ' ':
                    return $"Illegal unquoted character ((CTRL-CHAR, code {((int)Next).ToString(CultureInfo.InvariantCulture)})): has to be escaped using backslash to be included in string value";
                default:
                    break;
            }
        }

        return "Unexpected end-of-input: was expecting closing quote for a string value";
    }

    private string? Number()
    {
        var start = _at++;
        while (!IsAtEnd && (char.IsDigit(Next) || Next is '.' or 'e' or 'E' or '+' or '-'))
        {
            _at++;
        }

        var digits = _text.Substring(start, _at - start).TrimStart('-');
        return digits.Length > 1 && digits[0] == '0' && char.IsDigit(digits[1]) ? "Invalid numeric value: Leading zeroes not allowed" : null;
    }

    private string? Token()
    {
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(Next) || Next is '_' or '$'))
        {
            _at++;
        }

        var token = _text.Substring(start, _at - start);
        return token is "true" or "false" or "null" ? null : $"Unrecognized token '{token}': was expecting {Literals}";
    }

    private string End() => _open.Count == 0
        ? "Unexpected end-of-input"
        : $"Unexpected end-of-input: expected close marker for {(_open.Peek() == '{' ? "Object" : "Array")} (start marker at [Source: UNKNOWN; line: 1, column: 1])";

    private void Skip()
    {
        while (!IsAtEnd && (Next is ' ' or '\t' or '\r' or '\n'))
        {
            _at++;
        }
    }

    private static string Shown(char character) => $"'{character}' (code {((int)character).ToString(CultureInfo.InvariantCulture)})";
}
