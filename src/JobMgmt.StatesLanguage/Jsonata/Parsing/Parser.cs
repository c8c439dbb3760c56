using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>
/// Top-down operator precedence (V. Pratt). A token may begin an expression (<see cref="PrefixGrammar"/>) or go on with one
/// (<see cref="InfixGrammar"/>), as long as it binds more strongly than what stands before.
/// </summary>
internal sealed class Parser
{
    private readonly Tokenizer _tokenizer;
    private readonly int _end;

    private Parser(string text, bool coalescing)
    {
        _tokenizer = new Tokenizer(text, coalescing);
        _end = text.Length;
        Current = Read(infix: false);
    }

    /// <summary>The token that comes next.</summary>
    public Token Current { get; private set; }

    /// <summary>Parses a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="coalescing">Whether <c>??</c> and <c>?:</c> are known.</param>
    /// <exception cref="JsonataException">It does not follow the grammar.</exception>
    public static SyntaxNode Parse(string text, bool coalescing)
    {
        var parser = new Parser(text, coalescing);
        var result = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End
            ? result
            : throw new JsonataException("S0201", parser.Current.Position, parser.Current.Value);
    }

    /// <summary>Parses an expression whose operators bind more strongly than the given power.</summary>
    public SyntaxNode Expression(int power)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var token = Take(infix: true);
        var left = PrefixGrammar.Parse(this, token);
        while (power < InfixGrammar.Power(Current))
        {
            token = Take(infix: false);
            left = InfixGrammar.Parse(this, token, left);
        }

        return left;
    }

    /// <summary>Whether an operator comes next.</summary>
    public bool IsNext(string symbol) => Current.Kind == TokenKind.Operator && Current.Text == symbol;

    /// <summary>Takes an operator that must come next.</summary>
    public void Expect(string symbol, bool infix = false)
    {
        if (!IsNext(symbol))
        {
            var code = Current.Kind == TokenKind.End ? "S0203" : "S0202";
            throw new JsonataException(code, Current.Position, Current.Value, symbol);
        }

        Take(infix);
    }

    /// <summary>Takes an operator if it comes next.</summary>
    public bool TryTake(string symbol)
    {
        if (!IsNext(symbol))
        {
            return false;
        }

        Take(infix: false);
        return true;
    }

    /// <summary>Takes the next token, whatever it is.</summary>
    public Token Take(bool infix)
    {
        var token = Current;
        Current = Read(infix);
        return token;
    }

    private Token Read(bool infix)
    {
        var token = _tokenizer.Next(infix) ?? new Token(TokenKind.End, "(end)", _end);
        return token.Kind == TokenKind.Operator && token.Text is "!" or "~"
            ? throw new JsonataException("S0204", token.Position, token.Value)
            : token;
    }
}
