using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests.Choices;

public sealed class ChoiceRuleTests
{
    public static TheoryData<string, string, string> Cases => CaseFiles.Read("choices");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_HoldsWhereTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file);
        var row = (JsonObject)JsonValue.Parse(text);
        if (row["syntaxError"] is JsonString pointer)
        {
            Assert.Equal(pointer.Value, Assert.Throws<ChoiceSyntaxException>(() => ChoiceRule.Parse(row["rule"]!)).Pointer);
            return;
        }

        var rule = ChoiceRule.Parse(row["rule"]!);
        if (row["cause"] is JsonString cause)
        {
            var failure = Assert.Throws<EvaluationException>(() => rule.Evaluate(CaseContext.Of(row)));
            Assert.Equal((row.Text("error"), cause.Value), (failure.Error, failure.Cause));
        }
        else
        {
            Assert.True(((JsonBoolean)row["result"]!).Value == rule.Evaluate(CaseContext.Of(row)), why);
        }
    }

    [Fact]
    public void EveryOperator_HasACase()
    {
        var rows = Cases.Select(row => (string)row[2]).ToArray();
        Assert.All(ChoiceOperators.All, known => Assert.Contains(rows, row => row.Contains($"\"{known.Name}\":", StringComparison.Ordinal)));
    }

    [Fact]
    public void StringMatches_TakesNoLongerThanTextTimesPattern()
    {
        var pattern = string.Concat(Enumerable.Repeat("a*", 200)) + "b";
        Assert.False(WildcardPattern.Matches(new string('a', 5000), pattern));
    }
}
