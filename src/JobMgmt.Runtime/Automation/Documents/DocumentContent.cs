using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A document's text, YAML or JSON, to its value and back.</summary>
internal static class DocumentContent
{
    /// <summary>64 KB; for an automation the parameters given at start count too.</summary>
    public const int MaximumSize = 64 * 1024;

    /// <summary>Reads a text in the format that was said.</summary>
    /// <exception cref="ServiceException">InvalidDocumentContent, with line and column.</exception>
    public static JsonObject Read(string content, string format)
    {
        try
        {
            var value = format == "YAML" ? YamlReader.Read(content) : JsonValue.Parse(content);
            return value as JsonObject ?? throw NotWellFormed(format, 1, 1);
        }
        catch (JsonSyntaxException error)
        {
            var place = error.InnerException as System.Text.Json.JsonException;
            throw NotWellFormed(format, (place?.LineNumber ?? 0) + 1, (place?.BytePositionInLine ?? 0) + 1);
        }
        catch (YamlDotNet.Core.YamlException error)
        {
            throw NotWellFormed(format, error.Start.Line, error.Start.Column);
        }
    }

    /// <summary>The text in the other format, as GetDocument gives it where it is asked for.</summary>
    public static string Convert(string content, string from, string to) =>
        from == to ? content
        : to == "YAML" ? YamlWriter.Write(Read(content, from))
        : Read(content, from).ToIndentedString();

    private static ServiceException NotWellFormed(string format, long line, long column) =>
        new("InvalidDocumentContent", FormattableString.Invariant($"{format} not well-formed. at Line: {line}, Column: {column}"));
}
