using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Paths.Filters;
using JobMgmt.StatesLanguage.Paths.Segments;

namespace JobMgmt.StatesLanguage.Paths;

/// <summary>Text to <see cref="JsonPath"/>. A cursor shared with <see cref="FilterParser"/>, whose filters hold paths themselves.</summary>
internal sealed class PathParser
{
    private readonly string _text;

    public PathParser(string text) => _text = text;

    public int Position { get; set; }

    /// <summary>The terms of all filters so far.</summary>
    public int FilterTerms { get; set; }

    public string Text => _text;

    public char Current => Position < _text.Length ? _text[Position] : '\0';

    public JsonPath Parse()
    {
        if (Current != '$')
        {
            throw Fault("A path starts with '$'; it does not");
        }

        Position++;
        var (root, name) = (PathRoot.Input, string.Empty);
        if (Current == '$')
        {
            Position++;
            root = PathRoot.Context;
        }
        else if (IsVariableStart(Current))
        {
            (root, name) = (PathRoot.Variable, VariableName());
        }

        var segments = Segments();
        return Position == _text.Length ? new JsonPath(_text, root, name, segments) : throw Fault($"Unexpected '{Current}'");
    }

    /// <summary>Segments up to the first character that starts none.</summary>
    public PathSegment[] Segments(bool inFilter = false)
    {
        var segments = new List<PathSegment>();
        while (Current is '.' or '[')
        {
            if (Current == '.')
            {
                Position++;
                if (Current == '.')
                {
                    Position++;
                    segments.Add(DescendantSegment.Instance);
                }

                if (Current == '[')
                {
                    continue; // $.[0] and $..[0]: Jayway takes a dot before a bracket
                }

                segments.Add(DotName(inFilter));
            }
            else
            {
                segments.Add(Bracket(segments.Count > 0 && segments[segments.Count - 1] is DescendantSegment));
            }
        }

        return segments.ToArray();
    }

    public void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    public PathSyntaxException Fault(string problem) => new(_text, Position, problem);

    /// <summary>
    /// A quoted text. A backslash takes away the meaning of the quote that encloses and of itself; before any other character it
    /// stays, as AWS keeps it.
    /// </summary>
    public string Quoted()
    {
        var quote = Current;
        var text = new StringBuilder();
        for (Position++; Position < _text.Length; Position++)
        {
            var c = Current;
            if (c == quote)
            {
                Position++;
                return text.ToString();
            }

            if (c == '\\' && Position + 1 < _text.Length && (_text[Position + 1] == quote || _text[Position + 1] == '\\'))
            {
                Position++;
                c = Current;
            }

            text.Append(c);
        }

        throw Fault("A quote is not closed");
    }

    private static bool IsVariableStart(char c) => char.IsLetter(c) || c == '_';

    private string VariableName()
    {
        var start = Position;
        while (IsVariableStart(Current) || char.IsDigit(Current))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    private PathSegment DotName(bool inFilter)
    {
        if (Current == '*')
        {
            Position++;
            return WildcardSegment.Instance;
        }

        var start = Position;
        while (Position < _text.Length && !EndsName(Current, inFilter))
        {
            Position++;
        }

        if (Position == start)
        {
            throw Fault("A name is missing");
        }

        if (!inFilter && Current is ' ' or '\t' or '\n' or '\r')
        {
            throw Fault("A name with white space must stand in brackets and quotes");
        }

        return new NameSegment(_text.Substring(start, Position - start));
    }

    private static bool EndsName(char c, bool inFilter) =>
        c is '.' or '[' or ']' or ' ' or '\t' or '\n' or '\r'
        || (inFilter && c is ')' or '=' or '!' or '<' or '>' or '&' or '|' or ',' or '~');

    private PathSegment Bracket(bool afterDescendants)
    {
        Position++;
        SkipSpace();
        PathSegment segment;
        switch (Current)
        {
            case '\'' or '"':
                segment = Names();
                break;
            case '*':
                Position++;
                segment = WildcardSegment.Instance;
                break;
            case '?':
                Position++;
                SkipSpace();
                segment = new FilterSegment(new FilterParser(this).Parse(), afterDescendants);
                break;
            default:
                segment = Indexes();
                break;
        }

        SkipSpace();
        if (Current != ']')
        {
            throw Fault("']' is missing");
        }

        Position++;
        return segment;
    }

    private PathSegment Names()
    {
        var names = new List<string> { Quoted() };
        SkipSpace();
        while (Current == ',')
        {
            Position++;
            SkipSpace();
            if (Current is not ('\'' or '"'))
            {
                throw Fault("A quoted name is missing");
            }

            names.Add(Quoted());
            SkipSpace();
        }

        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names);
    }

    private PathSegment Indexes()
    {
        var first = Number();
        SkipSpace();
        if (Current == ':')
        {
            Position++;
            SkipSpace();
            var last = Number();
            SkipSpace();
            return new SliceSegment(first, last);
        }

        if (first is not { } index)
        {
            throw Fault("A name in quotes, an index, a slice, '*' or a filter is missing");
        }

        var indexes = new List<int> { index };
        while (Current == ',')
        {
            Position++;
            SkipSpace();
            indexes.Add(Number() ?? throw Fault("An index is missing"));
            SkipSpace();
        }

        return indexes.Count == 1 ? new IndexSegment(index) : new IndexesSegment(indexes);
    }

    private int? Number()
    {
        var start = Position;
        if (Current == '-')
        {
            Position++;
        }

        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        if (Position == start)
        {
            return null;
        }

        return int.TryParse(_text.Substring(start, Position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault("An index is not a whole number");
    }
}
