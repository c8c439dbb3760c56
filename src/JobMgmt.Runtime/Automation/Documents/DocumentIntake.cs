using System.Text;
using JobMgmt.Runtime.Calendars;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>Checks the content of a document that is created or updated, and makes a version of it.</summary>
internal sealed class DocumentIntake(AutomationDocumentReader reader)
{
    private static readonly string[] _commandSchemas = ["1.2", "2.0", "2.2"];

    /// <exception cref="ServiceException">The content is refused.</exception>
    public SsmDocumentVersion Take(string name, string type, string format, string content, DateTimeOffset now)
    {
        if (Encoding.UTF8.GetByteCount(content) > DocumentContent.MaximumSize)
        {
            throw new ServiceException("MaxDocumentSizeExceeded", "The size limit of a document is 64 KB.");
        }

        if (type == ChangeCalendar.DocumentType)
        {
            ChangeCalendar.Parse(content);
            return new SsmDocumentVersion { Name = name, Format = format, Content = content, Created = now, SchemaVersion = "" };
        }

        var value = DocumentContent.Read(content, format);
        var warnings = type == "Automation" ? reader.Read(value).Warnings : CheckCommand(value);
        return new SsmDocumentVersion
        {
            Name = name,
            Format = format,
            Content = content,
            Created = now,
            Description = (value["description"] as JsonString)?.Value,
            SchemaVersion = ParameterTypes.Text(value["schemaVersion"]!),
            Parameters = Parameters(value),
            StatusInformation = warnings.Count == 0 ? null : string.Join(" ", warnings),
        };
    }

    /// <summary>Command documents are only looked at from outside: Run Command reads them when they run.</summary>
    private static string[] CheckCommand(JsonObject value)
    {
        var shape = new DocumentShape(value, "/").Require("schemaVersion");
        var version = shape.Text("schemaVersion")!;
        if (!_commandSchemas.Contains(version, StringComparer.Ordinal))
        {
            throw new ServiceException(
                "InvalidDocumentSchemaVersion", $"Document schema version, {version}, is not supported by [Command] document that is created with current document format");
        }

        shape.Require(version == "1.2" ? "runtimeConfig" : "mainSteps");
        return [];
    }

    private static JsonArray Parameters(JsonObject value) => new((value["parameters"] as JsonObject ?? JsonObject.Empty).Select(member =>
    {
        var parameter = member.Value as JsonObject ?? JsonObject.Empty;
        return (JsonValue)JsonObject.Of(
            ("Name", member.Key),
            ("Type", parameter["type"]),
            ("Description", parameter["description"]),
            ("DefaultValue", parameter["default"] is { } usual ? new JsonString(ParameterTypes.Text(usual)) : null));
    }));
}
