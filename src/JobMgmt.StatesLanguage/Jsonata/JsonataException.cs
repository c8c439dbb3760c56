using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>
/// An expression does not parse (codes <c>S…</c>), or failed when it was evaluated (<c>T…</c> a type, <c>D…</c> a value).
/// Codes and texts are those of JSONata's reference implementation.
/// </summary>
public sealed class JsonataException : Exception
{
    private readonly List<KeyValuePair<string, JsonValue?>> _inserts = [];
    private JsonValue? _token;

    internal JsonataException(string code, int? position = null, JsonValue? token = null, JsonValue? value = null)
    {
        Code = code;
        Position = position;
        _token = token;
        if (value is not null)
        {
            With("value", value);
        }
    }

    /// <summary>The code of the reference implementation, such as <c>T2001</c>; empty for the limits that Step Functions sets, which have none.</summary>
    public string Code { get; }

    /// <summary>The place in the expression's text where it went wrong, counted in UTF-16 units; null where it is not known.</summary>
    public int? Position { get; internal set; }

    /// <summary>What it is about: the operator, the function's name, the character; null where nothing is named.</summary>
    public string? Token => _token switch
    {
        null => null,
        JsonString text => text.Value,
        _ => _token.ToString(),
    };

    /// <summary>The sentence of the reference implementation's catalogue, its gaps filled, without the code.</summary>
    public override string Message => JsonataMessages.Compose(Code, Insert);

    internal bool HasToken => _token is not null;

    internal void SetToken(JsonValue? token) => _token = token;

    /// <summary>Gives a value to a gap of the message.</summary>
    internal JsonataException With(string name, JsonValue? value)
    {
        _inserts.Add(new KeyValuePair<string, JsonValue?>(name, value));
        return this;
    }

    internal JsonValue? Insert(string name)
    {
        if (name == "token")
        {
            return _token;
        }

        foreach (var insert in _inserts)
        {
            if (insert.Key == name)
            {
                return insert.Value;
            }
        }

        return null;
    }
}
