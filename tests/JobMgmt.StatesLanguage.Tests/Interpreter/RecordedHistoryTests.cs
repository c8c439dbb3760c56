using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>The judge is judged: a comparison that lets everything pass would prove nothing.</summary>
public sealed class RecordedHistoryTests
{
    private const string Recorded = """
        [{"id":1,"previousEventId":0,"type":"ExecutionStarted","timestamp":"<timestamp>","executionStartedEventDetails":{"input":{"a":1},"roleArn":"<role>"}},
         {"id":2,"previousEventId":0,"type":"PassStateEntered","stateEnteredEventDetails":{"name":"A"}}]
        """;

    private const string Ours = """
        [{"id":1,"previousEventId":0,"type":"ExecutionStarted","executionStartedEventDetails":{"input":"{\"a\":1.0}","roleArn":"arn"}},
         {"id":2,"previousEventId":0,"type":"PassStateEntered","stateEnteredEventDetails":{"name":"A"}}]
        """;

    [Fact]
    public void Difference_IsNone_WhenTextsHoldTheSameJsonAndPlaceholdersAreFilled() => Assert.Null(Compare(Ours));

    [Theory]
    [InlineData("\"previousEventId\":0,\"type\":\"Pass", "\"previousEventId\":1,\"type\":\"Pass")]
    [InlineData("\"name\":\"A\"", "\"name\":\"B\"")]
    [InlineData("\"name\":\"A\"", "\"name\":\"A\",\"more\":1")]
    [InlineData("\"roleArn\":\"arn\"", "\"roleArn\":null")]
    [InlineData(":1.0", ":2")]
    [InlineData("PassStateEntered", "PassStateExited")]
    public void Difference_IsSeen_WhenAnythingIsOff(string from, string to) => Assert.NotNull(Compare(Ours.Replace(from, to, StringComparison.Ordinal)));

    private static string? Compare(string ours) => RecordedHistory.Difference((JsonArray)JsonValue.Parse(Recorded), (JsonArray)JsonValue.Parse(ours));
}
