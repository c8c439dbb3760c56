using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>A node as the grammar makes it, before steps are gathered into paths.</summary>
internal sealed class SyntaxNode
{
    public SyntaxNode(SyntaxKind kind, Token token)
    {
        Kind = kind;
        Token = token;
    }

    public SyntaxKind Kind { get; set; }

    public Token Token { get; }

    public string Text => Token.Text;

    public JsonValue? Value => Token.Value;

    public int Position => Token.Position;

    /// <summary>The left operand, the only one, the procedure, the condition or the pattern.</summary>
    public SyntaxNode? Lhs { get; set; }

    /// <summary>The right operand, the body, the branch taken or the update.</summary>
    public SyntaxNode? Rhs { get; set; }

    /// <summary>The other branch, or what a transform deletes.</summary>
    public SyntaxNode? Third { get; set; }

    /// <summary>Arguments, parameters, elements, or expressions of a block.</summary>
    public List<SyntaxNode> Items { get; set; } = [];

    /// <summary>Keys and values of an object or a grouping; a grouping also has <see cref="Lhs"/>.</summary>
    public List<(SyntaxNode Key, SyntaxNode Value)> Pairs { get; set; } = [];

    /// <summary>The terms of an order-by, and whether each descends.</summary>
    public List<(SyntaxNode Expression, bool Descending)> Terms { get; set; } = [];

    public Signature? Signature { get; set; }

    /// <summary>Whether <c>[]</c> follows: a single result stays an array.</summary>
    public bool KeepArray { get; set; }
}
