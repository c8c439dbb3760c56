namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>What may begin an expression.</summary>
internal static class PrefixGrammar
{
    private const int PrefixPower = 70;

    public static SyntaxNode Parse(Parser parser, Token token) => token.Kind switch
    {
        TokenKind.Name => new SyntaxNode(SyntaxKind.Name, token),
        TokenKind.Variable => new SyntaxNode(SyntaxKind.Variable, token),
        TokenKind.Text => new SyntaxNode(SyntaxKind.Text, token),
        TokenKind.Number => new SyntaxNode(SyntaxKind.Number, token),
        TokenKind.Value => new SyntaxNode(SyntaxKind.Value, token),
        TokenKind.Regex => new SyntaxNode(SyntaxKind.Regex, token),
        TokenKind.End => new SyntaxNode(SyntaxKind.End, token),
        _ => Operator(parser, token),
    };

    private static SyntaxNode Operator(Parser parser, Token token) => token.Text switch
    {
        "and" or "or" or "in" => new SyntaxNode(SyntaxKind.Operator, token), // used as names of fields
        "-" => new SyntaxNode(SyntaxKind.Unary, token) { Lhs = parser.Expression(PrefixPower) },
        "*" => new SyntaxNode(SyntaxKind.Wildcard, token),
        "**" => new SyntaxNode(SyntaxKind.Descendant, token),
        "%" => new SyntaxNode(SyntaxKind.Parent, token),
        "(" => Block(parser, token),
        "[" => Array(parser, token),
        "{" => new SyntaxNode(SyntaxKind.Unary, token) { Pairs = Pairs(parser) },
        "|" => Transform(parser, token),
        _ => throw new JsonataException("S0211", token.Position, token.Value),
    };

    /// <summary>The pairs of an object, from after its opening brace to its closing one.</summary>
    public static List<(SyntaxNode Key, SyntaxNode Value)> Pairs(Parser parser)
    {
        var pairs = new List<(SyntaxNode, SyntaxNode)>();
        if (!parser.IsNext("}"))
        {
            do
            {
                var key = parser.Expression(0);
                parser.Expect(":");
                pairs.Add((key, parser.Expression(0)));
            }
            while (parser.TryTake(","));
        }

        parser.Expect("}", infix: true);
        return pairs;
    }

    private static SyntaxNode Block(Parser parser, Token token)
    {
        var expressions = new List<SyntaxNode>();
        while (!parser.IsNext(")"))
        {
            expressions.Add(parser.Expression(0));
            if (!parser.TryTake(";"))
            {
                break;
            }
        }

        parser.Expect(")", infix: true);
        return new SyntaxNode(SyntaxKind.Block, token) { Items = expressions };
    }

    private static SyntaxNode Array(Parser parser, Token token)
    {
        var items = new List<SyntaxNode>();
        if (!parser.IsNext("]"))
        {
            do
            {
                items.Add(Item(parser));
            }
            while (parser.TryTake(","));
        }

        parser.Expect("]", infix: true);
        return new SyntaxNode(SyntaxKind.Unary, token) { Items = items };
    }

    private static SyntaxNode Item(Parser parser)
    {
        var item = parser.Expression(0);
        if (!parser.IsNext(".."))
        {
            return item;
        }

        var range = parser.Take(infix: false);
        return new SyntaxNode(SyntaxKind.Binary, range) { Lhs = item, Rhs = parser.Expression(0) };
    }

    private static SyntaxNode Transform(Parser parser, Token token)
    {
        var node = new SyntaxNode(SyntaxKind.Transform, token) { Lhs = parser.Expression(0) };
        parser.Expect("|");
        node.Rhs = parser.Expression(0);
        if (parser.TryTake(","))
        {
            node.Third = parser.Expression(0);
        }

        parser.Expect("|");
        return node;
    }
}
