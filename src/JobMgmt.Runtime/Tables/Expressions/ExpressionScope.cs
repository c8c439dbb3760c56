using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The placeholders of a request. Each must be used by one of its expressions.</summary>
internal sealed class ExpressionScope
{
    private readonly JsonObject _names;
    private readonly JsonObject _values;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="expressions">The members of the request that hold expressions.</param>
    public ExpressionScope(JsonObject request, params string[] expressions)
    {
        var hasExpression = expressions.Any(name => request.Text(name) is not null);
        _names = Placeholders(request, "ExpressionAttributeNames", '#', hasExpression, expressions);
        _values = Placeholders(request, "ExpressionAttributeValues", ':', hasExpression, expressions);
        _values = AttributeRules.Normal(_values);
    }

    public string Name(string placeholder, ExpressionKind kind)
    {
        _used.Add(placeholder);
        return request(_names, placeholder) is JsonString name ? name.Value
            : throw TableErrors.Invalid($"Invalid {kind}Expression: An expression attribute name used in the document path is not defined; attribute name: {placeholder}");

        static JsonValue? request(JsonObject all, string key) => all[key];
    }

    public JsonObject Value(string placeholder, ExpressionKind kind)
    {
        _used.Add(placeholder);
        return _values[placeholder] as JsonObject
            ?? throw TableErrors.Invalid($"Invalid {kind}Expression: An expression attribute value used in expression is not defined; attribute value: {placeholder}");
    }

    /// <summary>Refuses placeholders that no expression has used.</summary>
    public void CheckUse()
    {
        foreach (var (all, member) in new[] { (_names, "ExpressionAttributeNames"), (_values, "ExpressionAttributeValues") })
        {
            var unused = all.Select(entry => entry.Key).Where(key => !_used.Contains(key)).ToArray();
            if (unused.Length > 0)
            {
                throw TableErrors.Invalid($"Value provided in {member} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
            }
        }
    }

    private static JsonObject Placeholders(JsonObject request, string member, char lead, bool hasExpression, string[] expressions)
    {
        if (request.Object(member) is not { } all)
        {
            return JsonObject.Empty;
        }

        if (!hasExpression)
        {
            throw TableErrors.Invalid($"{member} can only be specified when using expressions: {string.Join(" and ", expressions)} {(expressions.Length > 1 ? "are" : "is")} null");
        }

        if (all.Count == 0)
        {
            throw TableErrors.Invalid($"{member} must not be empty");
        }

        return all.FirstOrDefault(entry => entry.Key.Length < 2 || entry.Key[0] != lead || !entry.Key.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_')).Key is { } bad
            ? throw TableErrors.Invalid($"{member} contains invalid key: Syntax error; key: \"{bad}\"")
            : all;
    }
}
