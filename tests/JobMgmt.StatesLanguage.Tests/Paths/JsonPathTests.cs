using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Tests.Paths;

public sealed class JsonPathTests
{
    public static TheoryData<string, string, string> Cases => CaseFiles.Read("paths");

    public static TheoryData<string, string, string> ResultPathCases => CaseFiles.Read("resultpaths");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TryEvaluate_FindsWhatTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file);
        var row = (JsonObject)JsonValue.Parse(text);
        if (row["syntaxError"] is not null)
        {
            Assert.Throws<PathSyntaxException>(() => JsonPath.Parse(row.Text("path")));
            return;
        }

        var path = JsonPath.Parse(row.Text("path"));
        var found = path.TryEvaluate(row["input"]!, out var value);
        Assert.True(found == row["result"] is not null, why);
        if (found)
        {
            Assert.Equal(row["result"]!.ToString(), value.ToString());
        }

        if (row["definite"] is JsonBoolean definite)
        {
            Assert.True(definite.Value == path.IsDefinite, why);
        }
    }

    [Theory]
    [InlineData("$[?(", ")]", "@.a")] // groups in groups
    [InlineData("$[?(", ")]", "!")] // negations
    [InlineData("$[?(", ")]", "@.a||")] // a chain, which is tested by recursion too
    [InlineData("", "", "$[?(@.a==$[?(")] // filters in filters
    public void Parse_Refuses_WhatWouldNestWithoutEnd(string before, string after, string repeated)
    {
        var many = string.Concat(Enumerable.Repeat(repeated == "@.a" ? "(" : repeated, 50_000));
        var text = repeated == "@.a" ? before + many + "@.a" + new string(')', 50_000) + after : before + many + "@.a" + after;

        Assert.Throws<PathSyntaxException>(() => JsonPath.Parse(text));
    }

    [Theory]
    [MemberData(nameof(ResultPathCases))]
    public void Set_PutsTheResultWhereTheCaseSays(string file, string why, string text)
    {
        Assert.NotEmpty(file + why);
        var row = (JsonObject)JsonValue.Parse(text);
        var path = JsonPath.Parse(row.Text("path"));
        var before = row["input"]!.ToString();
        if (row["output"] is { } output)
        {
            Assert.Equal(output.ToString(), path.Set(row["input"]!, row["result"]!).ToString());
        }
        else
        {
            Assert.Throws<ResultPathException>(() => path.Set(row["input"]!, row["result"]!));
        }

        Assert.Equal(before, row["input"]!.ToString());
    }

    [Theory]
    [InlineData("$", PathRoot.Input, "", true)]
    [InlineData("$.a[0]['b c']", PathRoot.Input, "", true)]
    [InlineData("$$.Execution.Id", PathRoot.Context, "", true)]
    [InlineData("$job_1.name", PathRoot.Variable, "job_1", true)]
    [InlineData("$.a[-1]", PathRoot.Input, "", false)]
    [InlineData("$.a[*]", PathRoot.Input, "", false)]
    public void Parse_TellsRootAndReferencePaths(string text, PathRoot root, string variable, bool reference)
    {
        var path = JsonPath.Parse(text);
        Assert.Equal((root, variable, reference, text), (path.Root, path.VariableName, path.IsReferencePath, path.Text));
    }

    [Fact]
    public void Parse_SaysWhere_WhenTheTextIsNoPath()
    {
        var error = Assert.Throws<PathSyntaxException>(() => JsonPath.Parse("$.a[b]"));
        Assert.Equal(4, error.Position);
        Assert.Contains("$.a[b]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_IsRefused_WhenThePathIsNoReferencePath() =>
        Assert.Throws<InvalidOperationException>(() => JsonPath.Parse("$.a[*]").Set(JsonObject.Empty, 1));
}
