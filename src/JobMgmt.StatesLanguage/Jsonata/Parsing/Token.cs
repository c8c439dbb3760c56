using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Regexes;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name, the operator or the literal, for messages; null for a regular expression.</param>
/// <param name="Position">The place just after it, as the reference implementation counts.</param>
/// <param name="Regex">The regular expression, where it is one.</param>
internal sealed record Token(TokenKind Kind, JsonValue? Value, int Position, JsonataRegex? Regex = null)
{
    /// <summary>The name or operator; empty for literals other than strings.</summary>
    public string Text => Value is JsonString text ? text.Value : string.Empty;
}
