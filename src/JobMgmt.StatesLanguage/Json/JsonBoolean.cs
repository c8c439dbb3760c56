using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean : JsonValue
{
    private JsonBoolean(bool value) => Value = value;

    /// <summary><c>true</c>.</summary>
    public static JsonBoolean True { get; } = new(true);

    /// <summary><c>false</c>.</summary>
    public static JsonBoolean False { get; } = new(false);

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Boolean;

    /// <inheritdoc/>
    public override void Write(StringBuilder text) => text.Append(Value ? "true" : "false");

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 2;
}
