using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>The <c>parameters</c> part of a document.</summary>
internal static class DocumentParameterReader
{
    public static IReadOnlyList<DocumentParameter> Read(DocumentShape document) =>
        [.. (document.Object("parameters") ?? JsonObject.Empty).Select(member => Parameter(member.Key, DocumentShape.Of(member.Value, $"/parameters/{member.Key}")))];

    private static DocumentParameter Parameter(string name, DocumentShape shape)
    {
        shape.Require("type");
        var type = shape.Text("type")!;
        if (!ParameterTypes.TryParse(type, out var parsed))
        {
            throw DocumentShape.Invalid($"Parameter \"{name}\" has the type \"{type}\", which is none of String, StringList, Integer, Boolean, StringMap, MapList.");
        }

        var parameter = new DocumentParameter(name, parsed)
        {
            Description = shape.Text("description"),
            Default = shape.Part["default"] is { } value and not JsonNull ? Fit(name, parsed, value) : null,
            AllowedValues = shape.List("allowedValues") ?? JsonArray.Empty,
            AllowedPattern = shape.Text("allowedPattern"),
            MinItems = shape.Number("minItems"),
            MaxItems = shape.Number("maxItems"),
            MinChars = shape.Number("minChars"),
            MaxChars = shape.Number("maxChars"),
        };
        return parameter;
    }

    /// <summary>A default may be written as its type or as text; <c>{{ssm:…}}</c> is read at start.</summary>
    private static JsonValue Fit(string name, ParameterType type, JsonValue value) =>
        value is JsonString text && References.Whole(text.Value)?.StartsWith("ssm:", StringComparison.Ordinal) == true ? text
        : type == ParameterType.String && value is JsonString or JsonNumber or JsonBoolean ? ParameterTypes.Convert(type, value)!
        : (type, value) is (ParameterType.StringList or ParameterType.MapList, not JsonArray) or (ParameterType.String, _) ? throw Wrong(name, type)
        : ParameterTypes.Convert(type, value) ?? throw Wrong(name, type);

    private static Exception Wrong(string name, ParameterType type) =>
        DocumentShape.Invalid($"The default value of parameter \"{name}\" is not of type {type}.");
}
