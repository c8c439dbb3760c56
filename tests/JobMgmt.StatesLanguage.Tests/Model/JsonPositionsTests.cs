using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Model;

public sealed class JsonPositionsTests
{
    private const string Text = "{\n  \"a\": [1,\n    {\"b c\": \"日本\", \"d\": 2}],\r\n  \"e/f\": {\"g\": null}\n}";

    [Theory]
    [InlineData("/", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("/a", 2, 3)]
    [InlineData("/a[0]", 2, 9)]
    [InlineData("/a[1]", 3, 5)]
    [InlineData("/a[1]/b c", 3, 6)]
    [InlineData("/a[1]/d", 3, 19)] // characters, not bytes
    [InlineData("/e/f/g", 4, 11)] // names are not escaped, as AWS writes locations
    [InlineData("/a[1]/x/y[3]", 3, 5)] // the nearest thing around it
    [InlineData("/x", 1, 1)]
    public void Find_GivesLineAndColumn(string location, int line, int column) => Assert.Equal((line, column), JsonPositions.Of(Text, [location]).Find(location));

    [Fact]
    public void Find_KnowsWhatStandsBeforeAFault() => Assert.Equal((2, 1), JsonPositions.Of("{\n\"a\": [1, x", ["/a"]).Find("/a"));

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"a\":2}}", "")]
    [InlineData("{\"a\":1,\"a\":2,\"a\":3}", "/a /a")]
    [InlineData("[{\"b\":[0,{\"c\":1,\"c\":2}]}]", "[0]/b[1]/c")]
    [InlineData("{\"a\":1,\"\\u0061\":2", "/a")] // the same name, written otherwise; and as far as it is JSON
    [InlineData("\"a\"", "")]
    [InlineData("", "")]
    public void Duplicates_AreFoundWhereTheyAre(string text, string locations) => Assert.Equal(locations, string.Join(" ", JsonDuplicates.Find(text)));
}
