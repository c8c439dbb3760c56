using System.Text;
using System.Text.Json;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Checks;

/// <summary>What is wrong with a text that is no JSON object, in words that help: what people give by mistake is named.</summary>
internal static class TextFault
{
    /// <summary>The fault; null where the text is a JSON object.</summary>
    internal static NetworkFinding? Find(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Fault("The text is empty.");
        }

        if (text.IndexOf('\0') >= 0)
        {
            return Fault("The text has NUL characters: it is no text, or UTF-16 without a byte order mark. Save it as UTF-8.");
        }

        try
        {
            return JsonValue.Parse(text) is JsonObject ? null : Fault("The definition must be a JSON object: { \"StartAt\": ..., \"States\": { ... } }.");
        }
        catch (JsonSyntaxException error)
        {
            return Of(text, error);
        }
    }

    private static NetworkFinding Of(string text, JsonSyntaxException error)
    {
        if (LooksLikeYaml(text))
        {
            return Fault("This looks like YAML. Give the definition as JSON in the Amazon States Language.");
        }

        if (error.InnerException is not JsonException { LineNumber: { } line, BytePositionInLine: { } bytes } json)
        {
            return Fault(error.Message);
        }

        var lines = text.Split('\n');
        var at = Encoding.UTF8.GetBytes(line < lines.Length ? lines[line] : "");
        var column = Encoding.UTF8.GetCharCount(at, 0, (int)Math.Min(bytes, at.Length)) + 1;
        return Fault(Words(json.Message)) with { Line = (int)line + 1, Column = column };
    }

    // The reader's own words, without its advice to programmers and the place, which the finding has.
    private static string Words(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var said = end < 0 ? message : message.Substring(0, end);
        if (said.IndexOf("trailing comma", StringComparison.Ordinal) >= 0)
        {
            return "A comma stands before the closing bracket. JSON has none there.";
        }

        return said.StartsWith("'/'", StringComparison.Ordinal) || said.StartsWith("'#'", StringComparison.Ordinal)
            ? said + " JSON has no comments: use a state's Comment field."
            : said;
    }

    private static bool LooksLikeYaml(string text)
    {
        var first = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? "";
        var colon = first.IndexOf(':');
        return first == "---" || (colon > 0 && first.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '_' or '-'));
    }

    private static NetworkFinding Fault(string message) => new(DiagnosticSeverity.Error, DiagnosticCodes.InvalidJson, null, message);
}
