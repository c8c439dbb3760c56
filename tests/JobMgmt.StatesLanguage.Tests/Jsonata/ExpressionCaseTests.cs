using System.IO;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>
/// Our own cases, for every operator and function. What they expect was asked of the reference implementation (npm jsonata 2.2.2),
/// errors with their tokens, positions and texts. <c>"data": "@"</c> stands for the input that most of them share.
/// </summary>
public sealed class ExpressionCaseTests
{
    private static readonly JsonValue _shared = JsonValue.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "jsonata-input.json")));

    public static TheoryData<string, string, string> Cases => CaseFiles.Read("jsonata");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_AnswersAsTheReferenceImplementation(string file, string why, string row)
    {
        var wanted = (JsonObject)JsonValue.Parse(row);
        var input = wanted["data"] is JsonString { Value: "@" } ? _shared : wanted["data"];

        var outcome = JsonataCase.Run(wanted, input);
        var actual = Summary(outcome, wanted["position"] is not null);

        Assert.True(Summary(wanted) == actual, $"{file}: {why}\n{wanted.Text("expr")}\nexpected {Summary(wanted)}\nactual   {actual}");
    }

    private static string Summary(JsonObject wanted) => wanted["code"] is JsonString code
        ? $"{code.Value} at {wanted["position"]} by {(wanted["token"] is JsonString token ? token.Value : wanted["token"]?.ToString())}: {(wanted["message"] as JsonString)?.Value}"
        : wanted["result"]?.ToString() ?? "undefined";

    // Where the reference implementation does not tell the place, ours may.
    private static string Summary(JsonataCase outcome, bool withPosition) => outcome.Error is { } error
        ? $"{error.Code} at {(withPosition ? error.Position : null)} by {error.Token}: {error.Message}"
        : outcome.Result?.ToString() ?? "undefined";
}
