namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Name,
    Variable,
    Operator,
    Text,
    Number,
    Value,
    Regex,
    End,
}
