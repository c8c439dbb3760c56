using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary>Reads what stands in <c>[?(…)]</c>: <c>||</c> binds weakest, then <c>&amp;&amp;</c>, then <c>!</c> and comparisons.</summary>
internal sealed class FilterParser
{
    private const int MaxTerms = 256; // of all filters of a path: each may nest in the one before, and reading and testing them is recursion
    private readonly PathParser _path;

    public FilterParser(PathParser path) => _path = path;

    public Filter Parse()
    {
        if (_path.Current != '(')
        {
            throw _path.Fault("'(' is missing");
        }

        return Group();
    }

    private Filter Group()
    {
        _path.Position++;
        var filter = Or();
        Expect(')');
        return filter;
    }

    private Filter Or()
    {
        var left = And();
        while (Take("||"))
        {
            left = new LogicalFilter(left, And(), and: false);
        }

        return left;
    }

    private Filter And()
    {
        var left = Unary();
        while (Take("&&"))
        {
            left = new LogicalFilter(left, Unary(), and: true);
        }

        return left;
    }

    private Filter Unary()
    {
        if (++_path.FilterTerms > MaxTerms)
        {
            throw _path.Fault($"Filters have more than {MaxTerms} terms");
        }

        _path.SkipSpace();
        if (_path.Current == '!')
        {
            _path.Position++;
            return new NotFilter(Unary());
        }

        return _path.Current == '(' ? Group() : Comparison();
    }

    private Filter Comparison()
    {
        var left = Operand();
        _path.SkipSpace();
        if (Take("=~"))
        {
            return Regex(left);
        }

        foreach (var (sign, test) in FilterOperators.Signs)
        {
            if (Take(sign))
            {
                return new ComparisonFilter(left, Operand(), test);
            }
        }

        var word = Word();
        if (word.Length == 0)
        {
            return new ExistsFilter(left);
        }

        return FilterOperators.Words.TryGetValue(word, out var named)
            ? new ComparisonFilter(left, Operand(), named)
            : throw _path.Fault($"'{word}' is no operator");
    }

    private RegexFilter Regex(FilterOperand left)
    {
        _path.SkipSpace();
        if (_path.Current != '/')
        {
            throw _path.Fault("A pattern between slashes is missing");
        }

        var start = ++_path.Position;
        while (_path.Current != '/')
        {
            _path.Position += _path.Current == '\\' ? 2 : 1;
            if (_path.Position >= _path.Text.Length)
            {
                throw _path.Fault("A pattern is not closed");
            }
        }

        var pattern = _path.Text.Substring(start, _path.Position - start);
        _path.Position++;
        var options = Word().Aggregate(RegexOptions.None, (all, flag) => all | flag switch
        {
            'i' => RegexOptions.IgnoreCase,
            'm' => RegexOptions.Multiline,
            's' => RegexOptions.Singleline,
            'x' => RegexOptions.IgnorePatternWhitespace,
            _ => throw _path.Fault($"'{flag}' is no flag of a pattern"),
        });
        try
        {
            return new RegexFilter(left, pattern, options);
        }
        catch (ArgumentException)
        {
            throw _path.Fault("The pattern is no regular expression");
        }
    }

    private FilterOperand Operand()
    {
        _path.SkipSpace();
        switch (_path.Current)
        {
            case '@' or '$':
                var fromRoot = _path.Current == '$';
                var start = _path.Position++;
                var segments = _path.Segments(inFilter: true);
                return new FilterOperand(new JsonPath(_path.Text.Substring(start, _path.Position - start), PathRoot.Input, string.Empty, segments), fromRoot);
            case '\'' or '"':
                return new FilterOperand(new JsonString(_path.Quoted()));
            case '[':
                return new FilterOperand(List());
            default:
                return new FilterOperand(Literal());
        }
    }

    private JsonArray List()
    {
        var items = new List<JsonValue>();
        _path.Position++;
        _path.SkipSpace();
        while (_path.Current != ']')
        {
            items.Add(Operand() is { IsPath: false } item ? item.Value(JsonValue.Null, JsonValue.Null)! : throw _path.Fault("A list holds literals only"));
            _path.SkipSpace();
            if (_path.Current == ',')
            {
                _path.Position++;
                _path.SkipSpace();
            }
            else if (_path.Current != ']')
            {
                throw _path.Fault("',' or ']' is missing");
            }
        }

        _path.Position++;
        return new JsonArray((IReadOnlyList<JsonValue>)items);
    }

    private JsonValue Literal()
    {
        var start = _path.Position;
        while (char.IsLetterOrDigit(_path.Current) || _path.Current is '-' or '+' or '.')
        {
            _path.Position++;
        }

        var text = _path.Text.Substring(start, _path.Position - start);
        return JsonValue.TryParse(text, out var value) ? value : throw _path.Fault("A value is missing");
    }

    private string Word()
    {
        var start = _path.Position;
        while (char.IsLetter(_path.Current))
        {
            _path.Position++;
        }

        return _path.Text.Substring(start, _path.Position - start);
    }

    private bool Take(string sign)
    {
        _path.SkipSpace();
        if (string.CompareOrdinal(_path.Text, _path.Position, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _path.Position += sign.Length;
        return true;
    }

    private void Expect(char c)
    {
        _path.SkipSpace();
        if (_path.Current != c)
        {
            throw _path.Fault($"'{c}' is missing");
        }

        _path.Position++;
    }
}
