using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>Text to <see cref="IntrinsicExpression"/>.</summary>
internal sealed class IntrinsicParser
{
    private const int MaxNesting = 10;
    private readonly string _text;
    private int _at;

    public IntrinsicParser(string text) => _text = text;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    public IntrinsicExpression Parse()
    {
        SkipSpace();
        var call = Call(1);
        SkipSpace();
        return _at == _text.Length ? new IntrinsicExpression(_text, call) : throw Fault($"Unexpected '{Current}'");
    }

    private CallArgument Call(int depth)
    {
        if (depth > MaxNesting)
        {
            throw Fault($"Calls nest deeper than {MaxNesting}");
        }

        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current == '.')
        {
            _at++;
        }

        var name = _text.Substring(start, _at - start);
        if (!IntrinsicFunctions.TryGet(name, out var function))
        {
            _at = start;
            throw Fault($"'{name}' is no intrinsic function");
        }

        var arguments = Arguments(depth);
        return arguments.Length >= function!.MinArguments && arguments.Length <= function.MaxArguments
            ? new CallArgument(function, arguments)
            : throw Fault($"{name} does not take {arguments.Length} arguments");
    }

    private IntrinsicArgument[] Arguments(int depth)
    {
        SkipSpace();
        Expect('(');
        SkipSpace();
        var arguments = new List<IntrinsicArgument>();
        if (Current != ')')
        {
            arguments.Add(Argument(depth));
            SkipSpace();
            while (Current == ',')
            {
                _at++;
                SkipSpace();
                arguments.Add(Argument(depth));
                SkipSpace();
            }
        }

        Expect(')');
        return arguments.ToArray();
    }

    private IntrinsicArgument Argument(int depth) => Current switch
    {
        '\'' => String(),
        '$' => Path(),
        '-' or (>= '0' and <= '9') => Word(),
        _ when StartsWith("States.") => Call(depth + 1),
        _ => Word(),
    };

    /// <summary>A text in single quotes, where a backslash may stand only before <c>' { } \</c>.</summary>
    private LiteralArgument String()
    {
        var start = ++_at;
        var value = new StringBuilder();
        while (Current != '\'')
        {
            if (_at >= _text.Length)
            {
                throw Fault("A quote is not closed");
            }

            if (Current == '\\')
            {
                _at++;
                if (Current is not ('\'' or '{' or '}' or '\\'))
                {
                    throw Fault("A backslash may stand only before ' { } and \\");
                }
            }

            value.Append(Current);
            _at++;
        }

        return new LiteralArgument(new JsonString(value.ToString()), _text.Substring(start, _at++ - start));
    }

    /// <summary>A path reaches to the comma or bracket that ends the argument, quotes and brackets of its own excepted.</summary>
    private PathArgument Path()
    {
        var start = _at;
        var depth = 0;
        for (; _at < _text.Length; _at++)
        {
            switch (Current)
            {
                case '\'' or '"':
                    SkipQuoted();
                    break;
                case '[' or '(':
                    depth++;
                    break;
                case ']':
                    depth--;
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                case ')' or ',' when depth == 0:
                    return PathOf(start);
            }
        }

        throw Fault("')' is missing");
    }

    private PathArgument PathOf(int start)
    {
        try
        {
            return new PathArgument(JsonPath.Parse(_text.Substring(start, _at - start).TrimEnd()));
        }
        catch (PathSyntaxException error)
        {
            throw new IntrinsicSyntaxException(_text, start + error.Position, error.Message);
        }
    }

    private void SkipQuoted()
    {
        var quote = Current;
        for (_at++; Current != quote; _at++)
        {
            if (_at >= _text.Length)
            {
                throw Fault("A quote is not closed");
            }

            if (Current == '\\')
            {
                _at++;
            }
        }
    }

    private LiteralArgument Word()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '-' or '+' or '.')
        {
            _at++;
        }

        var word = _text.Substring(start, _at - start);
        return JsonValue.TryParse(word, out var value)
            ? new LiteralArgument(value)
            : throw Fault("An argument is a string in single quotes, a number, true, false, null, a path or a call; this is none");
    }

    private bool StartsWith(string part) => string.CompareOrdinal(_text, _at, part, 0, part.Length) == 0;

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private void Expect(char c)
    {
        if (Current != c)
        {
            throw Fault($"'{c}' is missing");
        }

        _at++;
    }

    private IntrinsicSyntaxException Fault(string problem) => new(_text, _at, problem);
}
