using System.Globalization;
using System.Text;
using System.Text.Json;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>Says why a text is not JSON in the words of EventBridge's own JSON reader, as far as they help: the character that does not fit.</summary>
internal static class PatternJsonFault
{
    private const string EndOfInput = "Unexpected end-of-input";

    public static string Describe(string json, JsonSyntaxException error)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return "Filter is not an object"; // it is read token by token: nothing is not the brace that begins one
        }

        if (JsonFault.Describe(json) is { } fault)
        {
            return fault.StartsWith(EndOfInput, StringComparison.Ordinal) ? EndOfInput : fault; // the rest of it names a place
        }

        var at = Position(json, error.InnerException as JsonException);
        if (at >= json.TrimEnd().Length)
        {
            return EndOfInput;
        }

        var found = json[at];
        var before = json[..at].TrimEnd();
        var expected = before.EndsWith('{') ? "was expecting double-quote to start field name"
            : before.EndsWith('"') || before.EndsWith(']') || before.EndsWith('}') ? "was expecting comma to separate entries"
            : "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        return string.Create(CultureInfo.InvariantCulture, $"Unexpected character ('{found}' (code {(int)found})): {expected}");
    }

    /// <summary>The reader tells line and byte; a text wants a character.</summary>
    private static int Position(string json, JsonException? error)
    {
        var line = (int)(error?.LineNumber ?? 0);
        var start = 0;
        for (; line > 0; line--)
        {
            start = json.IndexOf('\n', start) + 1;
        }

        var utf8 = Encoding.UTF8.GetBytes(json[start..]);
        return start + Encoding.UTF8.GetCharCount(utf8, 0, Math.Min(utf8.Length, (int)(error?.BytePositionInLine ?? 0)));
    }
}
