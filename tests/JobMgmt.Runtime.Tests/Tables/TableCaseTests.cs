using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Tables;

/// <summary>
/// Every kind of expression, and every refusal, in a row of calls (<c>Cases/tables/cases.json</c>): each was compared with moto's answer, and with AWS's documentation
/// where the two differ.
/// </summary>
public sealed class TableCaseTests
{
    private static readonly string[] _varying = ["CreationDateTime", "TableId", "LastUpdateToPayPerRequestDateTime"];

    [Fact]
    public async Task Calls_AreAnsweredAsInTheCases()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var cases = (JsonArray)JsonValue.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "tables", "cases.json")));
        var wrong = new List<string>();
        foreach (var item in cases.Cast<JsonObject>())
        {
            var expected = item.Without("operation").Without("request");
            var found = await AnswerAsync(runtime, item.Text("operation"), (JsonObject)item["request"]!);
            if (!found.Equals(expected))
            {
                wrong.Add($"{item.Text("operation")} {item["request"]}\n  expected {expected}\n  found    {found}");
            }
        }

        Assert.True(cases.Count > 200);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<JsonObject> AnswerAsync(TestRuntime runtime, string operation, JsonObject request)
    {
        try
        {
            return JsonObject.Of(("answer", Stable(await runtime.Client.CallAsync("dynamodb", operation, request))));
        }
        catch (AwsErrorException error)
        {
            var refusal = JsonObject.Of(("error", error.Code), ("message", error.ServiceMessage));
            return error.Body["Item"] is { } item ? refusal.With("item", item) : refusal;
        }
    }

    private static JsonValue Stable(JsonValue value) => value switch
    {
        JsonObject members => new JsonObject(members.Where(member => !_varying.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, Stable(member.Value)))),
        JsonArray items => new JsonArray(items.Select(Stable)),
        _ => value,
    };
}
