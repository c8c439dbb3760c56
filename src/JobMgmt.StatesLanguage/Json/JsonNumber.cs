using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>A JSON number, kept as its text, so that reading and writing it changes nothing.</summary>
public sealed class JsonNumber : JsonValue
{
    private string? _text;
    private double _value = double.NaN; // not worked out yet

    /// <summary>A number from its JSON text.</summary>
    public JsonNumber(string text) => _text = text;

    /// <summary>An integer.</summary>
    public JsonNumber(long value) => _text = value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double in its shortest round-trip form; an integral one keeps its <c>.0</c>, as Java writes it.</summary>
    public JsonNumber(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        _text = text.AsSpan().IndexOfAny('.', 'E', 'N') >= 0 ? text : text + ".0";
    }

    private JsonNumber(double value, string? text)
    {
        _value = value;
        _text = text;
    }

    /// <summary>The JSON text of the number.</summary>
    public string Text => _text ??= JavaScriptNumber.Format(_value);

    /// <summary>A double that writes itself as JavaScript does (<c>1</c>, not <c>1.0</c>), and only when somebody asks for its text.</summary>
    internal static JsonNumber FromJavaScript(double value) => new(value, null);

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Number;

    /// <summary>The nearest double; infinity where it is too large for one.</summary>
    public double ToDouble()
    {
        if (double.IsNaN(_value))
        {
            _value = double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
                : Text.StartsWith("-", StringComparison.Ordinal) ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return _value;
    }

    /// <summary>The value as a whole number; false where it has a fraction or does not fit. <c>1.0</c> and <c>1e2</c> are whole.</summary>
    public bool TryToInt64(out long value)
    {
        if (long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        if (decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number && number >= long.MinValue && number <= long.MaxValue)
        {
            value = (long)number;
            return true;
        }

        value = 0;
        return false;
    }

    /// <inheritdoc/>
    public override void Write(StringBuilder text) => text.Append(Text);

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonNumber number && (Text == number.Text || Compare(this, number) == 0);

    /// <summary>Orders two numbers by value, exactly where both fit a decimal.</summary>
    public static int Compare(JsonNumber left, JsonNumber right) =>
        decimal.TryParse(left.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : left.ToDouble().CompareTo(right.ToDouble());

    /// <inheritdoc/>
    public override int GetHashCode() => ToDouble().GetHashCode();
}
