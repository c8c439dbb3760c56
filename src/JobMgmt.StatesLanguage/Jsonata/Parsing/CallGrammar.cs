using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>What follows an opening parenthesis after an expression: arguments, placeholders, or a function's parameters and body.</summary>
internal static class CallGrammar
{
    public static SyntaxNode Parse(Parser parser, Token token, SyntaxNode procedure)
    {
        var node = new SyntaxNode(SyntaxKind.Function, token) { Lhs = procedure };
        if (!parser.IsNext(")"))
        {
            do
            {
                if (parser.IsNext("?"))
                {
                    node.Kind = SyntaxKind.Partial;
                    node.Items.Add(new SyntaxNode(SyntaxKind.Operator, parser.Take(infix: false)));
                }
                else
                {
                    node.Items.Add(parser.Expression(0));
                }
            }
            while (parser.TryTake(","));
        }

        parser.Expect(")", infix: true);
        return procedure is { Kind: SyntaxKind.Name, Text: "function" or "\u03BB" } ? Lambda(parser, token, node.Items) : node;
    }

    private static SyntaxNode Lambda(Parser parser, Token token, List<SyntaxNode> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind != SyntaxKind.Variable)
            {
                throw new JsonataException("S0208", parameters[i].Position, parameters[i].Value, JsonNumber.FromJavaScript(i + 1));
            }
        }

        var node = new SyntaxNode(SyntaxKind.Lambda, token) { Items = parameters };
        if (parser.IsNext("<"))
        {
            node.Signature = ReadSignature(parser);
        }

        parser.Expect("{");
        node.Rhs = parser.Expression(0);
        parser.Expect("}");
        return node;
    }

    // The signature's symbols come as ordinary tokens: they are put together again.
    private static Signature ReadSignature(Parser parser)
    {
        var position = parser.Current.Position;
        var text = new StringBuilder("<");
        var depth = 1;
        while (depth > 0 && !parser.IsNext("{") && parser.Current.Kind != TokenKind.End)
        {
            parser.Take(infix: false);
            depth += parser.IsNext("<") ? 1 : parser.IsNext(">") ? -1 : 0;
            text.Append(parser.Current.Value is JsonString value ? value.Value : parser.Current.Value?.ToString());
        }

        parser.Expect(">");
        return SignatureParser.Parse(text.ToString(), position);
    }
}
