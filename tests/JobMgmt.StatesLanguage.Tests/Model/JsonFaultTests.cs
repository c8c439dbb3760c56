using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Model;

/// <summary>What is wrong with a text is told as AWS's parser tells it; the first three are recorded.</summary>
public sealed class JsonFaultTests
{
    [Theory]
    [InlineData("not some json", "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [InlineData("{'not': 'json'}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name")]
    [InlineData("{\"a\":}", "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [InlineData("{\"a\":1 \"b\":2}", "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries")]
    [InlineData("[1 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries")]
    [InlineData("{\"a\" 1}", "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value")]
    [InlineData("{\"a\":1,}", "Unexpected character ('}' (code 125)): was expecting double-quote to start field name")]
    [InlineData("{\"a\":1", "Unexpected end-of-input: expected close marker for Object (start marker at [Source: UNKNOWN; line: 1, column: 1])")]
    [InlineData("[1}", "Unexpected close marker '}': expected ']' (for Array starting at [Source: UNKNOWN; line: 1, column: 1])")]
    [InlineData("\"a\\q\"", "Unrecognized character escape 'q' (code 113)")]
    [InlineData("01", "Invalid numeric value: Leading zeroes not allowed")]
    [InlineData("", "No content to map due to end-of-input")]
    public void Describe_SpeaksAsJackson(string text, string fault) => Assert.Equal(fault, JsonFault.Describe(text));

    [Theory]
    [InlineData("{\"a\":[1,{\"b\":null}],\"c\":\"x\\u0041\"}")]
    [InlineData("-1.5e3")]
    [InlineData("[]")]
    public void Describe_FindsNothing_InJson(string text) => Assert.Null(JsonFault.Describe(text));
}
