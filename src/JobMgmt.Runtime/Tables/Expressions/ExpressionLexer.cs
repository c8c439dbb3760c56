using System.Text.RegularExpressions;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>Takes an expression's text apart.</summary>
internal static partial class ExpressionLexer
{
    /// <summary>The tokens, an end behind them.</summary>
    public static List<Token> Read(string text, ExpressionKind kind)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var match = Form().Match(text, at);
            if (!match.Success || match.Index != at)
            {
                throw SyntaxError(text, kind, tokens, new Token(TokenKind.Symbol, text[at..(at + 1)], at), null);
            }

            at += match.Length;
            var group = match.Groups.Cast<Group>().Skip(1).First(found => found.Success);
            if (group.Name != "space")
            {
                tokens.Add(new Token(Enum.Parse<TokenKind>(group.Name), match.Value, match.Index));
            }
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    /// <summary>A syntax error, in AWS's form: the token, and what stands around it.</summary>
    public static Exception SyntaxError(string text, ExpressionKind kind, IReadOnlyList<Token> before, Token token, Token? after)
    {
        var from = before.Count > 0 ? before[^1].Start : token.Start;
        var to = after is { Kind: not TokenKind.End } next ? next.End : token.End;
        var shown = token.Kind == TokenKind.End ? "<EOF>" : token.Text;
        return TableErrors.Invalid($"Invalid {kind}Expression: Syntax error; token: \"{shown}\", near: \"{text[from..to]}\"");
    }

    [GeneratedRegex(
        @"(?<space>\s+)|(?<Name>[A-Za-z][A-Za-z0-9_]*)|(?<NamePlaceholder>#[A-Za-z0-9_]+)|(?<ValuePlaceholder>:[A-Za-z0-9_]+)|(?<Number>[0-9]+)|(?<Symbol><=|>=|<>|[=<>()\[\],.+-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
