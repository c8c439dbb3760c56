using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Results;

namespace JobMgmt.StatesLanguage.Tests.MapRuns;

/// <summary>What a ResultWriter writes, as AWS's documentation shows it.</summary>
public sealed class MapRunResultsTests
{
    private const string Arn = "arn:aws:states:us-east-2:123456789012:mapRun:csvProcess/Map:ad9b5f27-090b-3ac6-9beb-243cd77144a7";

    private static readonly ChildResult _succeeded = new()
    {
        Status = "SUCCEEDED",
        Input = """{"a":1}""",
        Output = "[1,[2]]",
        ExecutionArn = "arn:aws:states:us-east-2:123456789012:execution:csvProcess/Map:n",
        Name = "n",
        StateMachineArn = "arn:aws:states:us-east-2:123456789012:stateMachine:csvProcess/Map",
        StartDate = new DateTimeOffset(2025, 2, 4, 1, 49, 50, 99, TimeSpan.Zero),
        StopDate = new DateTimeOffset(2025, 2, 4, 1, 49, 50, 163, TimeSpan.Zero),
    };

    private static readonly ChildResult _failed = _succeeded with { Status = "FAILED", Output = null, Error = "E", Cause = "c", RedriveCount = 2 };

    [Fact]
    public void FileText_HasAllOfAnExecution_WithNone() => Assert.Equal(
        """[{"ExecutionArn":"arn:aws:states:us-east-2:123456789012:execution:csvProcess/Map:n","Input":"{\"a\":1}","InputDetails":{"Included":true},"Name":"n","Output":"[1,[2]]","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":"2025-02-04T01:49:50.099Z","StateMachineArn":"arn:aws:states:us-east-2:123456789012:stateMachine:csvProcess/Map","Status":"SUCCEEDED","StopDate":"2025-02-04T01:49:50.163Z"}]""",
        Text("NONE", "JSON", _succeeded));

    [Theory]
    [InlineData("COMPACT", "JSON", "[[1,[2]],[1,[2]]]")]
    [InlineData("FLATTEN", "JSON", "[1,[2],1,[2]]")]
    [InlineData("COMPACT", "JSONL", "[1,[2]]\n[1,[2]]\n")]
    [InlineData("FLATTEN", "JSONL", "1\n[2]\n1\n[2]\n")]
    public void FileText_IsTransformed(string transformation, string type, string expected) => Assert.Equal(expected, Text(transformation, type, _succeeded, _succeeded));

    [Theory]
    [InlineData("NONE")]
    [InlineData("COMPACT")]
    [InlineData("FLATTEN")]
    public void FileText_KeepsAFailedExecutionWhole(string transformation)
    {
        var text = Text(transformation, "JSON", _failed);
        Assert.StartsWith("""[{"Cause":"c","Error":"E","ExecutionArn":""", text, StringComparison.Ordinal);
        Assert.Contains("\"RedriveCount\":2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Output", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JSON", "[]")]
    [InlineData("JSONL", "")]
    public void FileText_OfNothing(string type, string expected) => Assert.Equal(expected, Text("NONE", type));

    [Fact]
    public void Manifest_NamesTheFilesOfEachGroup()
    {
        var plan = Plan(new ResultSettings("out", "csvProcessJobs", "NONE", "JSON"));
        var file = new ResultFile("SUCCEEDED", MapRunResults.FileKey(plan, "SUCCEEDED", 0), 25090);
        Assert.Equal("csvProcessJobs/ad9b5f27-090b-3ac6-9beb-243cd77144a7/SUCCEEDED_0.json", file.Key);
        Assert.Equal(
            $$$"""{"DestinationBucket":"out","MapRunArn":"{{{Arn}}}","ResultFiles":{"FAILED":[],"PENDING":[],"SUCCEEDED":[{"Key":"{{{file.Key}}}","Size":25090}]}}""",
            MapRunResults.Manifest(plan, [file]).ToString());
        Assert.Equal(
            $$$"""{"MapRunArn":"{{{Arn}}}","ResultWriterDetails":{"Bucket":"out","Key":"csvProcessJobs/ad9b5f27-090b-3ac6-9beb-243cd77144a7/manifest.json"}}""",
            MapRunResults.ExportedResult(plan).ToString());
    }

    [Theory]
    [InlineData(null, "JSON", "ad9b5f27-090b-3ac6-9beb-243cd77144a7/PENDING_3.json")]
    [InlineData("a/b/", "JSONL", "a/b/ad9b5f27-090b-3ac6-9beb-243cd77144a7/PENDING_3.jsonl")]
    public void FileKey_IsInTheMapRunsFolder(string? prefix, string type, string expected) =>
        Assert.Equal(expected, MapRunResults.FileKey(Plan(new ResultSettings("out", prefix, "NONE", type)), "PENDING", 3));

    [Theory]
    [InlineData("SUCCEEDED", "SUCCEEDED")]
    [InlineData("PENDING", "PENDING")]
    [InlineData("FAILED", "FAILED")]
    [InlineData("TIMED_OUT", "FAILED")]
    [InlineData("ABORTED", "FAILED")]
    public void GroupOf_TellsTheFile(string status, string group) => Assert.Equal(group, MapRunResults.GroupOf(status));

    [Fact]
    public void StateResult_IsAText_InJsonLines() =>
        Assert.Equal(new JsonString("[1,[2]]\n"), MapRunResults.StateResult(new ResultSettings(null, null, "COMPACT", "JSONL"), [_succeeded]));

    [Theory]
    [InlineData(0, 0, 0, 9, false)]
    [InlineData(0, 0, 1, 9, true)]
    [InlineData(2, 0, 2, 9, false)]
    [InlineData(2, 0, 3, 9, true)]
    [InlineData(0, 50, 5, 10, false)]
    [InlineData(0, 50, 6, 10, true)]
    [InlineData(5, 10, 2, 10, true)]
    [InlineData(1, 90, 2, 10, true)]
    [InlineData(0, 100, 10, 10, false)]
    public void Tolerance_IsExceeded(long count, double percentage, long failures, long total, bool expected) =>
        Assert.Equal(expected, new MapRunTolerance(count, percentage).IsExceeded(failures, total));

    private static string Text(string transformation, string type, params ChildResult[] results) =>
        string.Concat(MapRunResults.FileText(new ResultSettings("out", null, transformation, type), results));

    private static MapRunPlan Plan(ResultSettings result) => new()
    {
        MapRunArn = Arn,
        Label = "Map",
        StateName = "Map",
        EnteredEventId = 2,
        ExecutionType = "STANDARD",
        MaxConcurrency = 0,
        Tolerance = new MapRunTolerance(0, 0),
        Source = new InlineItems(JsonArray.Empty),
        Result = result,
    };
}
