namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>A name or a word of the language.</summary>
    Name,

    /// <summary><c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary><c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>An index.</summary>
    Number,

    Symbol,

    End,
}
