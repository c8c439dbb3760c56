using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>
/// An immutable JSON value. States share and pass them on without copying, so a large input costs nothing per state.
/// Equality is by content; numbers are equal when their values are, and the order of an object's members does not count.
/// </summary>
public abstract class JsonValue : IEquatable<JsonValue>
{
    /// <summary>Which of the six kinds this is.</summary>
    public abstract JsonKind Kind { get; }

    /// <summary><c>null</c>, the value.</summary>
    public static JsonValue Null => JsonNull.Instance;

    /// <summary>A string value; <c>null</c>, the value, where there is no string.</summary>
    public static JsonValue OrNull(string? text) => text is null ? JsonNull.Instance : new JsonString(text);

    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonSyntaxException">The text is not exactly one JSON value.</exception>
    public static JsonValue Parse(string text) => JsonParser.Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads one JSON text in UTF-8.</summary>
    /// <exception cref="JsonSyntaxException">The text is not exactly one JSON value.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8) => JsonParser.Parse(utf8);

    /// <summary>Reads one JSON text, or says that it is none.</summary>
    public static bool TryParse(string text, out JsonValue value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (JsonSyntaxException)
        {
            value = Null;
            return false;
        }
    }

    /// <summary>A string value; no value at all where there is no string, so that <see cref="JsonObject.Of"/> leaves the member out.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator JsonValue?(string? value) => value is null ? null : new JsonString(value);

    /// <summary>A number.</summary>
    public static implicit operator JsonValue(int value) => new JsonNumber(value);

    /// <summary>A number.</summary>
    public static implicit operator JsonValue(long value) => new JsonNumber(value);

    /// <summary>A number.</summary>
    public static implicit operator JsonValue(double value) => new JsonNumber(value);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static implicit operator JsonValue(bool value) => value ? JsonBoolean.True : JsonBoolean.False;

    /// <summary>The compact JSON text, without white space, members in order.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    /// <summary>The JSON text indented by two spaces, for people.</summary>
    public string ToIndentedString() => JsonIndenter.Indent(this);

    /// <summary>Appends the compact JSON text.</summary>
    public abstract void Write(StringBuilder text);

    /// <inheritdoc/>
    public abstract bool Equals(JsonValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as JsonValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
