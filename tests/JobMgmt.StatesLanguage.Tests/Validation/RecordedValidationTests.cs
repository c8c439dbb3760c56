using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Tests.Interpreter;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.StatesLanguage.Tests.Validation;

/// <summary>Definitions that AWS was recorded to refuse or accept, to the letter.</summary>
public sealed class RecordedValidationTests
{
    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        var folder = Path.Combine(ConformanceFolder.Path ?? AppContext.BaseDirectory, "stepfunctions");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories) : [])
        {
            var item = Load(file);
            if (Text(item, "kind") == "validation" && (Refusal(item) is not null || Response(item) is not null))
            {
                data.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'));
            }
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(Cases))]
    public void Definition_IsRefusedInAwsWords(string name)
    {
        var item = Load(Path.Combine(ConformanceFolder.Path!, "stepfunctions", name));
        var call = (JsonObject)((JsonObject)((JsonArray)item["steps"]!)[0])["params"]!;
        var diagnostics = AslReader.Validate(Text(call, "definition")!, Text(call, "type") == "EXPRESS");

        if (Refusal(item) is { } refusal)
        {
            var message = Diagnostic.InvalidDefinitionMessage(diagnostics);
            Assert.EndsWith(message, refusal.Replace("<partition>", "aws", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        else
        {
            var actual = new JsonArray(diagnostics.Select(found => (JsonValue)JsonObject.Of(
                ("severity", found.Severity.ToString().ToUpperInvariant()), ("code", found.Code), ("message", found.Message), ("location", found.Location))));
            Assert.True(RecordedAnswer.Matches(Response(item)!["diagnostics"]!, actual), actual.ToString());
        }
    }

    private static JsonObject Load(string file) => (JsonObject)JsonValue.Parse(File.ReadAllText(file));

    private static string? Text(JsonObject obj, string name) => (obj[name] as JsonString)?.Value;

    private static string? Refusal(JsonObject item)
    {
        var expected = Expected(item);
        var text = Text(expected, "exception_value") ?? Text(expected, "message");
        return text?.Contains("Invalid State Machine Definition", StringComparison.Ordinal) == true ? text : null;
    }

    private static JsonObject? Response(JsonObject item) => Expected(item) is var expected && expected.Contains("diagnostics") ? expected : null;

    private static JsonObject Expected(JsonObject item) =>
        ((JsonArray)item["steps"]!).Cast<JsonObject>().Select(step => step["expected"]).OfType<JsonObject>().FirstOrDefault() ?? JsonObject.Empty;
}
