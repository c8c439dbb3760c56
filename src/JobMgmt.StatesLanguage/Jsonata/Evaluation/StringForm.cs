using System.Runtime.CompilerServices;
using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary><c>$string</c>: JSON, with numbers to 15 significant digits and functions as empty strings; a string is itself.</summary>
internal static class StringForm
{
    private const int Digits = 15;

    /// <summary>The string; null for undefined.</summary>
    /// <exception cref="JsonataException"><c>D3001</c> for an infinite number, <c>D1001</c> for one within.</exception>
    public static string? Of(JsonValue? value, bool indented = false)
    {
        switch (value)
        {
            case null:
                return null;
            case JsonString text:
                return text.Value;
            case JsonataFunction:
                return string.Empty;
            case JsonNumber number when double.IsNaN(number.ToDouble()) || double.IsInfinity(number.ToDouble()):
                throw new JsonataException("D3001", value: value);
            case JsonataArray { IsOuterWrapper: true } wrapper:
                return Write(wrapper.Items[0], indented);
            default:
                return Write(value, indented);
        }
    }

    private static string Write(JsonValue value, bool indented)
    {
        var rounded = Rounded(value);
        return WithLowerEscapes(indented ? rounded.ToIndentedString() : rounded.ToString());
    }

    // JSON.stringify escapes control characters in small letters; Jackson, whose form our JSON has, in capitals.
    private static string WithLowerEscapes(string json)
    {
        if (json.IndexOf(@"\u00", StringComparison.Ordinal) < 0)
        {
            return json;
        }

        var text = new StringBuilder(json);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            i++; // the character that is escaped: a backslash begins no escape of its own
            for (var digits = text[i] == 'u' ? 4 : 0; digits > 0; digits--)
            {
                i++;
                text[i] = char.ToLowerInvariant(text[i]);
            }
        }

        return text.ToString();
    }

    private static JsonValue Rounded(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return JsonNull.Instance; // undefined in an array
            case JsonataFunction:
                return string.Empty;
            case JsonNumber number:
                return Number(number);
            case JsonArray array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var items = new List<JsonValue>(array.Count);
                for (var i = 0; i < array.Count; i++)
                {
                    items.Add(Rounded(array[i]));
                }

                return new JsonataArray(items);
            case JsonObject obj:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return JsonObject.FromUnique(obj.Where(member => member.Value is not null)
                    .Select(member => new KeyValuePair<string, JsonValue>(member.Key, Rounded(member.Value))).ToArray());
            default:
                return value;
        }
    }

    private static JsonValue Number(JsonNumber number)
    {
        if (!Numeric.IsNumeric(number, out var value))
        {
            return JsonNull.Instance; // JSON.stringify(NaN)
        }

        return Math.Floor(value) == value
            ? JavaScriptNumber.IsCanonical(number.Text) ? number : Numeric.Of(value)
            : Numeric.Of(JavaScriptNumber.ToPrecision(value, Digits));
    }
}
