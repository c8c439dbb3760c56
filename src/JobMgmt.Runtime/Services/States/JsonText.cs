using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Members whose text must be JSON and of at most 262,144 bytes of UTF-8: execution inputs and task outputs.</summary>
internal static class JsonText
{
    private const int MostBytes = 262_144;

    /// <summary>Parses it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="member">The member's name, for the size constraint.</param>
    /// <param name="refuse">Makes the refusal of a reason.</param>
    public static JsonValue Parse(string text, string member, Func<string, ServiceException> refuse)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) // the service model's check counts characters
        {
            new Constraints().Hidden(member, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {MostBytes}")).Enforce();
        }

        return JsonValue.TryParse(text, out var value) ? value : throw refuse(Reason(text));
    }

    /// <summary>What AWS's parser says of a text that is no JSON, as far as it is recorded.</summary>
    private static string Reason(string text)
    {
        var rest = text.AsSpan().TrimStart();
        return rest.IsEmpty ? "Invalid execution input."
            : rest[0] == '{' && rest[1..].TrimStart() is [not ('"' or '}'), ..] inner ? $"Unexpected character ({Shown(inner[0])}): was expecting double-quote to start field name"
            : char.IsLetter(rest[0]) ? $"Unrecognized token '{Token(rest)}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
            : rest[0] is not ('{' or '[' or '"') && !char.IsAsciiDigit(rest[0]) && rest[0] != '-'
                ? $"Unexpected character ({Shown(rest[0])}): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
            : "Unexpected end-of-input, or a character that JSON does not have there";
    }

    private static string Shown(char character) => string.Create(CultureInfo.InvariantCulture, $"'{character}' (code {(int)character})");

    private static string Token(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '$'))
        {
            length++;
        }

        return text[..length].ToString();
    }
}
