using System.Globalization;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>Goes through an expression's tokens; reads paths, which every kind of expression has.</summary>
internal class ExpressionReader
{
    private const int MostCharacters = 4096;
    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _at;

    public ExpressionReader(string text, ExpressionKind kind, ExpressionScope scope)
    {
        (_text, Kind, Scope) = (text, kind, scope);
        if (text.Trim().Length == 0)
        {
            throw Fault("The expression can not be empty;");
        }

        if (text.Length > MostCharacters)
        {
            throw Fault("Expression size has exceeded the maximum allowed size;");
        }

        _tokens = ExpressionLexer.Read(text, kind);
    }

    public ExpressionKind Kind { get; }

    public ExpressionScope Scope { get; }

    public Token Next => _tokens[_at];

    public Token AfterNext => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public Token Take() => _tokens[_at++];

    public bool TakeIf(string symbol)
    {
        var isNext = Next.IsSymbol(symbol);
        _at += isNext ? 1 : 0;
        return isNext;
    }

    public bool TakeWordIf(string word)
    {
        var isNext = Next.IsWord(word);
        _at += isNext ? 1 : 0;
        return isNext;
    }

    public void Need(string symbol)
    {
        if (!TakeIf(symbol))
        {
            throw Syntax();
        }
    }

    public void NeedEnd()
    {
        if (Next.Kind != TokenKind.End)
        {
            throw Syntax();
        }
    }

    /// <summary>A path: names and placeholders with dots between them, and indexes.</summary>
    public DocumentPath Path()
    {
        var steps = new List<object> { Name() };
        while (true)
        {
            if (TakeIf("."))
            {
                steps.Add(Name());
            }
            else if (TakeIf("["))
            {
                if (Next.Kind != TokenKind.Number || !int.TryParse(Next.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    throw Syntax();
                }

                Take();
                Need("]");
                steps.Add(index);
            }
            else
            {
                return new DocumentPath(steps);
            }
        }
    }

    public Exception Syntax() => ExpressionLexer.SyntaxError(_text, Kind, _tokens[.._at], Next, _at + 1 < _tokens.Count ? _tokens[_at + 1] : null);

    public Exception Fault(string words) => TableErrors.Invalid($"Invalid {Kind}Expression: {words}");

    public Exception WrongCount(string function, int count) => Fault(string.Create(
        CultureInfo.InvariantCulture, $"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}"));

    private string Name()
    {
        switch (Next.Kind)
        {
            case TokenKind.NamePlaceholder:
                return Scope.Name(Take().Text, Kind);
            case TokenKind.Name when ReservedWords.Contains(Next.Text):
                throw Fault($"Attribute name is a reserved keyword; reserved keyword: {Next.Text}");
            case TokenKind.Name:
                return Take().Text;
            default:
                throw Syntax();
        }
    }
}
