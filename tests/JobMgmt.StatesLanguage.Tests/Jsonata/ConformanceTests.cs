using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>The language's own test suite, recorded with the reference implementation.</summary>
public sealed class ConformanceTests
{
    // Cases that do not pass, each with its reason: none.
    private static readonly Dictionary<string, string> _notPassing = [];

    public static TheoryData<string, string, int> Cases => ConformanceCase.All();

    [ConformanceTheory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Evaluate_AnswersAsTheReferenceImplementation(string group, string name, int number)
    {
        var row = ConformanceCase.Read(group, number);
        var outcome = JsonataCase.Run(row, ConformanceCase.Input(row));
        var difference = Difference(row, outcome);
        if (_notPassing.ContainsKey(group + "/" + name))
        {
            Assert.True(difference is not null, "It passes now: take it off the list.");
            return;
        }

        Assert.True(difference is null, difference + "\n" + row.Text("expr"));
    }

    private static string? Difference(JsonObject row, JsonataCase outcome)
    {
        var error = row["error"] as JsonObject;
        if ((row["code"] ?? error?["code"]) is JsonString code)
        {
            return outcome.Error is null || !SameCode(code.Value, outcome.Error.Code) ? $"Expected {code.Value}, got {outcome.Error?.Code ?? outcome.Result?.ToString()} {outcome.Error?.Message}"
                : row["token"] is { } token && Text(token) != outcome.Error.Token ? $"Expected the token {token}, got {outcome.Error.Token}"
                : error?["message"] is JsonString message && message.Value != outcome.Error.Message ? $"Expected {message.Value}, got {outcome.Error.Message}"
                : null;
        }

        if (outcome.Error is { } failed)
        {
            return $"{failed.Code} {failed.Message}";
        }

        var expected = row["undefinedResult"] is not null ? null : row["result"];
        return SameResult(expected, outcome.Result, row["unordered"] is not null) ? null : $"Expected {expected}, got {outcome.Result}";
    }

    // U1001 is the suite's own time box around versions that had no bounds yet.
    private static bool SameCode(string expected, string actual) => expected == "U1001" ? actual is "D1011" or "D1012" : expected == actual;

    private static bool SameResult(JsonValue? expected, JsonValue? actual, bool unordered) => unordered
        ? ((JsonArray)expected!).Select(item => item.ToString()).Order().SequenceEqual(((JsonArray)actual!).Select(item => item.ToString()).Order())
        : Equals(expected, actual);

    private static string Text(JsonValue token) => token is JsonString text ? text.Value : token.ToString();
}
