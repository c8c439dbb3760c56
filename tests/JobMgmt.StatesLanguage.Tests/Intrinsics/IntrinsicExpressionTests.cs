using JobMgmt.StatesLanguage.Intrinsics;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests.Intrinsics;

public sealed class IntrinsicExpressionTests
{
    public static TheoryData<string, string, string> Cases => CaseFiles.Read("intrinsics");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_GivesWhatTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file + why);
        var row = (JsonObject)JsonValue.Parse(text);
        if (row["syntaxError"] is not null)
        {
            Assert.Throws<IntrinsicSyntaxException>(() => IntrinsicExpression.Parse(row.Text("call")));
            return;
        }

        var call = IntrinsicExpression.Parse(row.Text("call"));
        if (row["error"] is JsonString error)
        {
            var failure = Assert.Throws<EvaluationException>(() => call.Evaluate(CaseContext.Of(row)));
            Assert.Equal((error.Value, row.Text("cause")), (failure.Error, failure.Cause));
        }
        else
        {
            Assert.Equal(row["result"]!.ToString(), call.Evaluate(CaseContext.Of(row)).ToString());
        }
    }

    [Fact]
    public void EveryFunction_HasACase()
    {
        var calls = Cases.Select(row => (string)row[2]).ToArray();
        Assert.All(IntrinsicFunctions.All, function => Assert.Contains(calls, call => call.Contains(function.Name + "(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Uuid_IsVersion4_AndTheSameForTheSameSeed()
    {
        var call = IntrinsicExpression.Parse("States.UUID()");
        var first = call.Evaluate(CaseContext.Of(JsonObject.Empty)).ToString();
        Assert.Matches("^\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"$", first);
        Assert.Equal(first, call.Evaluate(CaseContext.Of(JsonObject.Empty)).ToString());
    }

    [Fact]
    public void MathRandom_StaysInItsRange_AndRepeatsForASeed()
    {
        var context = CaseContext.Of(JsonObject.Empty);
        var call = IntrinsicExpression.Parse("States.MathRandom(-2, 3)");
        for (var i = 0; i < 200; i++)
        {
            Assert.True(((JsonNumber)call.Evaluate(context)).TryToInt64(out var value) && value is >= -2 and < 3);
        }

        var seeded = IntrinsicExpression.Parse("States.MathRandom(1, 1000, 7)");
        Assert.Equal(seeded.Evaluate(context), seeded.Evaluate(context));
        Assert.NotEqual(seeded.Evaluate(context), IntrinsicExpression.Parse("States.MathRandom(1, 1000, 8)").Evaluate(context));
    }

    [Fact]
    public void Paths_AreToldWithThoseOfNestedCalls() =>
        Assert.Equal(
            new[] { "$.a", "$$.Execution.Id", "$v" },
            IntrinsicExpression.Parse("States.Array($.a, States.Format('{}{}', $$.Execution.Id, $v))").Paths.Select(path => path.Text));

    [Fact]
    public void Parse_RefusesCallsNestedDeeperThanTen()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("States.Array(", depth)) + new string(')', depth);
        Assert.NotNull(IntrinsicExpression.Parse(Nested(10)));
        Assert.Throws<IntrinsicSyntaxException>(() => IntrinsicExpression.Parse(Nested(11)));
    }
}
