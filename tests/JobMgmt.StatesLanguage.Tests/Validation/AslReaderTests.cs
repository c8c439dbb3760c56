using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.StatesLanguage.Tests.Validation;

/// <summary>Cases/validation: a definition and all that is said about it.</summary>
public sealed class AslReaderTests
{
    public static TheoryData<string, string, string> Cases() => CaseFiles.Read("validation");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_SaysWhatIsWrong(string file, string why, string row)
    {
        Assert.NotNull(file);
        var item = (JsonObject)JsonValue.Parse(row);
        var text = item["text"] is JsonString given ? given.Value : item["definition"]!.ToString();

        var (definition, diagnostics) = AslReader.Read(text, item["express"] is not null);

        var expected = ((JsonArray)item["says"]!).Select(said => ((JsonString)said).Value);
        Assert.Equal(expected, diagnostics.Select(found => found.ToString()));
        Assert.True(definition is null == diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error), why);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"StartAt\":1,\"States\":[]}")]
    [InlineData("{\"StartAt\":\"A\",\"States\":{\"A\":3}}")]
    [InlineData("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"Iterator\":[],\"Retry\":[3],\"Catch\":{},\"Next\":null}}}")]
    [InlineData("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Parallel\",\"Branches\":[1,{}],\"End\":true}}}")]
    [InlineData("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"And\":3}]}}}")]
    [InlineData("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"Items\":3,\"Catch\":[3,{\"Output\":[{}]}],\"ItemReader\":[],\"Assign\":[]}}}")]
    [InlineData("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Fail\",\"Error\":3,\"Cause\":\"{%\"}}}")]
    public void Read_NeverThrows_WhateverTheShape(string text) => Assert.NotEmpty(AslReader.Read(text).Diagnostics);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("$f(", ")")]
    [InlineData("-", "")]
    [InlineData("1 + ", "")]
    public void Read_NeverThrows_HoweverDeepAnExpressionIs(string open, string close)
    {
        var expression = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        var state = JsonObject.Of(("Type", "Pass"), ("Output", "{% " + expression + " %}"), ("End", true));
        var definition = JsonObject.Of(("QueryLanguage", "JSONata"), ("StartAt", "A"), ("States", JsonObject.Of(("A", state))));

        Assert.NotNull(AslReader.Read(definition.ToString()).Diagnostics);
    }

    [Theory]
    [InlineData("{\"StartAt\": }", "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [InlineData("{} x", "Invalid JSON")]
    [InlineData("{\"StartAt\": 1.}", "Invalid JSON")]
    public void Read_SaysInvalidJson_WhenTheTextIsNone(string text, string reason) =>
        Assert.Equal($"{DiagnosticCodes.InvalidJson}: {reason}", Assert.Single(AslReader.Read(text).Diagnostics).ToString());

    [Fact]
    public void Source_IsWhatWasRead_UnknownOrderAndAll()
    {
        const string Text = """{"States":{"A":{"End":true,"Type":"Pass","Comment":"x"}},"StartAt":"A","Comment":"é"}""";

        Assert.Equal(Text, AslReader.Read(Text).Definition!.Source.ToString());
    }
}
