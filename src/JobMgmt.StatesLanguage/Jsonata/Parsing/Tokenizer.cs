using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Cuts an expression's text into tokens, one at a time.</summary>
internal sealed class Tokenizer
{
    private const string WhiteSpace = " \t\n\r\v";
    private readonly string _text;
    private readonly bool _coalescing;
    private int _at;

    public Tokenizer(string text, bool coalescing)
    {
        _text = text;
        _coalescing = coalescing;
    }

    private char Current => At(_at);

    /// <summary>The next token; null at the end of the text.</summary>
    /// <param name="infix">Whether an operand came just before, so that a slash divides and does not open a regular expression.</param>
    public Token? Next(bool infix)
    {
        SkipWhiteSpaceAndComments();
        if (_at >= _text.Length)
        {
            return null;
        }

        if (!infix && Current == '/')
        {
            _at++;
            var regex = new RegexScanner(_text).Scan(ref _at);
            return new Token(TokenKind.Regex, null, _at, regex);
        }

        return Operator() ?? Text() ?? Number() ?? QuotedName() ?? Name();
    }

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private void SkipWhiteSpaceAndComments()
    {
        while (_at < _text.Length)
        {
            if (WhiteSpace.IndexOf(Current) >= 0)
            {
                _at++;
            }
            else if (Current == '/' && At(_at + 1) == '*')
            {
                var close = _text.IndexOf("*/", Math.Min(_at + 2, _text.Length), StringComparison.Ordinal);
                _at = close >= 0 ? close + 2 : throw new JsonataException("S0106", _at);
            }
            else
            {
                return;
            }
        }
    }

    private Token? Operator()
    {
        var text = Operators.PairAt(_text, _at, _coalescing) ?? (Operators.IsOperator(Current) ? Current.ToString() : null);
        if (text is null)
        {
            return null;
        }

        _at += text.Length;
        return new Token(TokenKind.Operator, text, _at);
    }

    private Token? Text()
    {
        if (Current is not ('"' or '\''))
        {
            return null;
        }

        var text = new StringScanner(_text).Scan(ref _at);
        return new Token(TokenKind.Text, text, _at);
    }

    private Token? Number()
    {
        var end = NumberScanner.End(_text, _at);
        if (end == _at)
        {
            return null;
        }

        var number = _text.Substring(_at, end - _at);
        var value = new JsonNumber(number).ToDouble();
        if (double.IsInfinity(value))
        {
            throw new JsonataException("S0102", _at, number);
        }

        _at = end;
        return new Token(TokenKind.Number, JsonNumber.FromJavaScript(value), _at);
    }

    private Token? QuotedName()
    {
        if (Current != '`')
        {
            return null;
        }

        var end = _text.IndexOf('`', _at + 1);
        if (end < 0)
        {
            throw new JsonataException("S0105", _text.Length);
        }

        var name = _text.Substring(_at + 1, end - _at - 1);
        _at = end + 1;
        return new Token(TokenKind.Name, name, _at);
    }

    private Token Name()
    {
        var start = _at;
        while (_at < _text.Length && WhiteSpace.IndexOf(_text[_at]) < 0 && !Operators.IsOperator(_text[_at]))
        {
            _at++;
        }

        if (_text[start] == '$')
        {
            return new Token(TokenKind.Variable, _text.Substring(start + 1, _at - start - 1), _at);
        }

        var name = _text.Substring(start, _at - start);
        return name switch
        {
            "or" or "in" or "and" => new Token(TokenKind.Operator, name, _at),
            "true" => new Token(TokenKind.Value, JsonBoolean.True, _at),
            "false" => new Token(TokenKind.Value, JsonBoolean.False, _at),
            "null" => new Token(TokenKind.Value, JsonNull.Instance, _at),
            _ => new Token(TokenKind.Name, name, _at),
        };
    }
}
