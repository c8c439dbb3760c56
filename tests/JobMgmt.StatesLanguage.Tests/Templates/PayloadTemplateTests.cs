using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests.Templates;

public sealed class PayloadTemplateTests
{
    public static TheoryData<string, string, string> Cases => CaseFiles.Read("templates");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_GivesWhatTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file + why);
        var row = (JsonObject)JsonValue.Parse(text);
        if (row["faults"] is JsonArray faults)
        {
            var error = Assert.Throws<TemplateSyntaxException>(() => PayloadTemplate.Parse(row["template"]!));
            var told = error.Faults.Select(fault => new JsonArray(new JsonValue[] { fault.Pointer, fault.Field, fault.Message }));
            Assert.Equal(faults.ToString(), new JsonArray(told).ToString());
            return;
        }

        var template = PayloadTemplate.Parse(row["template"]!);
        if (row["cause"] is JsonString cause)
        {
            var failure = Assert.Throws<EvaluationException>(() => template.Evaluate(CaseContext.Of(row)));
            Assert.Equal((row.Text("error"), cause.Value), (failure.Error, failure.Cause));
        }
        else
        {
            Assert.Equal(row["result"]!.ToString(), template.Evaluate(CaseContext.Of(row)).ToString());
        }
    }

    [Fact]
    public void Evaluate_SharesWhatHasNoExpressions()
    {
        var source = (JsonObject)JsonValue.Parse("""{"fixed":{"a":[1,2,3]},"v.$":"$.x"}""");
        var result = (JsonObject)PayloadTemplate.Parse(source).Evaluate(CaseContext.Of(JsonObject.Of(("input", JsonObject.Of(("x", 1))))));
        Assert.Same(source["fixed"], result["fixed"]);
    }

    [Fact]
    public void Expressions_AreToldInOrder() =>
        Assert.Equal(
            new[] { "$.x", "States.UUID()" },
            PayloadTemplate.Parse(JsonValue.Parse("""{"a":{"b.$":"$.x"},"l":[{"u.$":"States.UUID()"}]}""")).Expressions.Select(found => found.Text));

    [Fact]
    public void ContextObject_IsNotBuilt_WhenNothingReadsIt()
    {
        var context = new EvaluationContext(JsonObject.Empty, () => throw new InvalidOperationException("Built."), new CountingRandom());
        Assert.Equal("{\"a\":{}}", PayloadTemplate.Parse(JsonValue.Parse("""{"a.$":"$"}""")).Evaluate(context).ToString());
    }
}
