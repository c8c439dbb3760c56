namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>What may go on with an expression, and how strongly it binds.</summary>
internal static class InfixGrammar
{
    private static readonly Dictionary<string, int> _powers = new(StringComparer.Ordinal)
    {
        ["."] = 75, ["["] = 80, ["{"] = 70, ["("] = 80, ["@"] = 80, ["#"] = 80, ["?"] = 20,
        ["+"] = 50, ["-"] = 50, ["*"] = 60, ["/"] = 60, ["%"] = 60, ["="] = 40, ["<"] = 40, [">"] = 40, ["^"] = 40,
        [":="] = 10, ["!="] = 40, ["<="] = 40, [">="] = 40, ["~>"] = 40, ["?:"] = 40, ["??"] = 40,
        ["and"] = 30, ["or"] = 25, ["in"] = 40, ["&"] = 50,
    };

    public static int Power(Token token) => token.Kind == TokenKind.Operator && _powers.TryGetValue(token.Text, out var power) ? power : 0;

    public static SyntaxNode Parse(Parser parser, Token token, SyntaxNode left) => token.Text switch
    {
        "(" => CallGrammar.Parse(parser, token, left),
        "[" => Predicate(parser, token, left),
        "{" => new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Pairs = PrefixGrammar.Pairs(parser) },
        "^" => OrderBy(parser, token, left),
        "?" => Condition(parser, token, left),
        "?:" => new SyntaxNode(SyntaxKind.Condition, token) { Lhs = left, Rhs = left, Third = parser.Expression(0) },
        "??" => new SyntaxNode(SyntaxKind.Condition, token) { Lhs = Exists(token, left), Rhs = left, Third = parser.Expression(0) },
        ":=" => Bind(parser, token, left),
        "@" or "#" => BindStep(parser, token, left),
        _ => new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Rhs = parser.Expression(Power(token)) },
    };

    // [] keeps an array where a single value would stand for itself; anything else within the brackets filters.
    private static SyntaxNode Predicate(Parser parser, Token token, SyntaxNode left)
    {
        if (parser.TryTake("]"))
        {
            var step = left;
            while (step is { Kind: SyntaxKind.Binary, Text: "[" })
            {
                step = step.Lhs!;
            }

            step.KeepArray = true;
            return left;
        }

        var node = new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Rhs = parser.Expression(0) };
        parser.Expect("]", infix: true);
        return node;
    }

    private static SyntaxNode OrderBy(Parser parser, Token token, SyntaxNode left)
    {
        parser.Expect("(");
        var terms = new List<(SyntaxNode, bool)>();
        do
        {
            var descending = !parser.TryTake("<") && parser.TryTake(">");
            terms.Add((parser.Expression(0), descending));
        }
        while (parser.TryTake(","));

        parser.Expect(")");
        return new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Terms = terms };
    }

    private static SyntaxNode Condition(Parser parser, Token token, SyntaxNode left)
    {
        var node = new SyntaxNode(SyntaxKind.Condition, token) { Lhs = left, Rhs = parser.Expression(0) };
        if (parser.TryTake(":"))
        {
            node.Third = parser.Expression(0);
        }

        return node;
    }

    private static SyntaxNode Exists(Token token, SyntaxNode left) => new(SyntaxKind.Function, new Token(TokenKind.Operator, "(", token.Position))
    {
        Lhs = new SyntaxNode(SyntaxKind.Variable, new Token(TokenKind.Variable, "exists", token.Position)),
        Items = [left],
    };

    private static SyntaxNode Bind(Parser parser, Token token, SyntaxNode left) => left.Kind == SyntaxKind.Variable
        ? new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Rhs = parser.Expression(Power(token) - 1) } // associates to the right
        : throw new JsonataException("S0212", left.Position, left.Value);

    private static SyntaxNode BindStep(Parser parser, Token token, SyntaxNode left)
    {
        var variable = parser.Expression(Power(token));
        return variable.Kind == SyntaxKind.Variable
            ? new SyntaxNode(SyntaxKind.Binary, token) { Lhs = left, Rhs = variable }
            : throw new JsonataException("S0214", variable.Position, token.Text);
    }
}
