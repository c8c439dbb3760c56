namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>What a node of the parse tree is.</summary>
internal enum SyntaxKind
{
    Name,
    Variable,
    Operator,
    Text,
    Number,
    Value,
    Regex,
    End,
    Binary,
    Unary,
    Function,
    Partial,
    Lambda,
    Condition,
    Block,
    Transform,
    Wildcard,
    Descendant,
    Parent,
}
