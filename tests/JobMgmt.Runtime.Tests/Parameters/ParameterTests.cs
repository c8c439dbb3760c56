using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Parameters;

public sealed class ParameterTests
{
    [Fact]
    public async Task Put_MakesVersions()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await PutAsync(runtime, """{"Name":"/jobs/limit","Value":"1","Type":"String","Description":"how many"}""");
        var second = await PutAsync(runtime, """{"Name":"/jobs/limit","Value":"2","Overwrite":true}""");

        Assert.Equal("2", second["Version"]!.ToString());
        var latest = await GetAsync(runtime, "/jobs/limit");
        Assert.Equal(("2", "String", "2"), (latest.Text("Value"), latest.Text("Type"), latest["Version"]!.ToString()));
        Assert.Equal("arn:aws:ssm:us-east-1:000000000000:parameter/jobs/limit", latest.Text("ARN"));
        var first = await GetAsync(runtime, "/jobs/limit:1");
        Assert.Equal(("1", ":1"), (first.Text("Value"), first.Text("Selector")));
        Assert.Equal("2", (await GetAsync(runtime, latest.Text("ARN"))).Text("Value"));
        var history = await runtime.CallAsync("ssm", "GetParameterHistory", ("Name", "/jobs/limit"));
        Assert.Equal(["1", "2"], ((JsonArray)history["Parameters"]!).Cast<JsonObject>().Select(version => version.Text("Value")));
        Assert.Equal("ParameterVersionNotFound", (await Assert.ThrowsAsync<AwsErrorException>(() => GetAsync(runtime, "/jobs/limit:3"))).Code);
        await runtime.CallAsync("ssm", "DeleteParameter", ("Name", "/jobs/limit"));
        Assert.Equal("ParameterNotFound", (await Assert.ThrowsAsync<AwsErrorException>(() => GetAsync(runtime, "/jobs/limit"))).Code);
    }

    [Fact]
    public async Task SecureString_IsEncryptedInTheStore_AndReadAgainAfterARestart()
    {
        const string secret = "correct horse battery staple";
        var path = Directory.CreateTempSubdirectory("jobmgmt-parameters-").FullName;
        await using (var runtime = await TestRuntime.StartAsync(dataPath: path))
        {
            await PutAsync(runtime, $$"""{"Name":"secret","Value":"{{secret}}","Type":"SecureString"}""");
            Assert.NotEqual(secret, (await GetAsync(runtime, "secret")).Text("Value"));
        }

        await using (var runtime = await TestRuntime.StartAsync(dataPath: path))
        {
            var parameter = await runtime.CallAsync("ssm", "GetParameter", ("Name", "secret"), ("WithDecryption", true));
            Assert.Equal(secret, ((JsonObject)parameter["Parameter"]!).Text("Value"));
        }

        Assert.All(Directory.GetFiles(path), file => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal));
        ScratchFolder.Delete(path);
    }

    [Theory]
    [InlineData("""{"Name":"x","Value":"1"}""", "ValidationException")] // a new one needs a type
    [InlineData("""{"Name":"there","Value":"1","Type":"String"}""", "ParameterAlreadyExists")]
    [InlineData("""{"Name":"aws-x","Value":"1","Type":"String"}""", "ValidationException")]
    [InlineData("""{"Name":"a b","Value":"1","Type":"String"}""", "ValidationException")]
    [InlineData("""{"Name":"x","Value":"","Type":"String"}""", "ValidationException")]
    [InlineData("""{"Name":"x","Value":"1","Type":"Text"}""", "ValidationException")]
    [InlineData("""{"Name":"x","Value":"a","Type":"String","AllowedPattern":"^[0-9]+$"}""", "ParameterPatternMismatchException")]
    [InlineData("""{"Name":"x","Value":"a","Type":"String","AllowedPattern":"["}""", "InvalidAllowedPatternException")]
    [InlineData("""{"Name":"/1/2/3/4/5/6/7/8/9/a/b/c/d/e/f/g","Value":"a","Type":"String"}""", "HierarchyLevelLimitExceededException")]
    public async Task Put_IsRefused(string request, string code)
    {
        await using var runtime = await TestRuntime.StartAsync();
        await PutAsync(runtime, """{"Name":"there","Value":"1","Type":"String"}""");

        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => PutAsync(runtime, request))).Code);
    }

    [Theory]
    [InlineData("""{"Name":"there","Value":"2","Overwrite":true,"Tags":[{"Key":"a","Value":"b"}]}""", "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.")]
    [InlineData("""{"Name":"x","Value":"a {{ssm:b}} c","Type":"String"}""", "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.")]
    [InlineData("""{"Name":"x","Value":"{{}}","Type":"SecureString"}""", "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.")]
    [InlineData("""{"Name":"x","Value":"1","Type":"String","DataType":"foo"}""", "The following data type is not supported: foo (Data type names are all lowercase.)")]
    [InlineData("""{"Name":"/SSM/x","Value":"1","Type":"String"}""", "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_")]
    [InlineData("""{"Name":"/aws","Value":"1","Type":"String"}""", "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).")]
    [InlineData("""{"Name":"/aws/x","Value":"1","Type":"String"}""", "No access to reserved parameter name: /aws/x.", "AccessDeniedException")]
    [InlineData("""{"Name":"/awsome/x","Value":"1","Type":"String"}""", "No access to reserved parameter name: /awsome/x.", "AccessDeniedException")]
    public async Task Put_IsRefused_InTheWordsOfAws(string request, string message, string code = "ValidationException")
    {
        await using var runtime = await TestRuntime.StartAsync();
        await PutAsync(runtime, """{"Name":"there","Value":"1","Type":"String"}""");

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => PutAsync(runtime, request));

        Assert.Equal((code, message), (error.Code, error.ServiceMessage));
    }

    [Theory]
    [InlineData("Standard", 4096, "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.")]
    [InlineData("Advanced", 8192, "Advanced tier parameters support a maximum parameter value of 8192 characters.")]
    public async Task Value_IsLimited_ByTheTier(string tier, int most, string message)
    {
        await using var runtime = await TestRuntime.StartAsync();
        Task Put(int length) => PutAsync(runtime, $$"""{"Name":"n{{length}}","Value":"{{new string('v', length)}}","Type":"String","Tier":"{{tier}}"}""");
        await Put(most);

        Assert.Equal(message, (await Assert.ThrowsAsync<AwsErrorException>(() => Put(most + 1))).ServiceMessage);
    }

    [Theory]
    [InlineData("{{ one brace pair is open")] // only a closed pair is a reference
    [InlineData("{\\\"a\\\":{\\\"b\\\":1}}")] // JSON in JSON
    public async Task Value_MayHaveBraces_ThatAreNoReference(string value)
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("1", (await PutAsync(runtime, $$"""{"Name":"x","Value":"{{value}}","Type":"String","DataType":"text"}"""))["Version"]!.ToString());
    }

    [Fact]
    public async Task Tags_AreKept_UntilTheParameterIsDeleted()
    {
        await using var runtime = await TestRuntime.StartAsync();
        async Task<string> TagsAsync() =>
            (await runtime.CallAsync("ssm", "ListTagsForResource", ("ResourceType", "Parameter"), ("ResourceId", "/jobs/limit")))["TagList"]!.ToString();
        await PutAsync(runtime, """{"Name":"/jobs/limit","Value":"1","Type":"String","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""");
        await PutAsync(runtime, """{"Name":"/jobs/limit","Value":"2","Overwrite":true}""");
        Assert.Equal("""[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]""", await TagsAsync());
        await runtime.CallAsync("ssm", "AddTagsToResource", ("ResourceType", "Parameter"), ("ResourceId", "/jobs/limit"), ("Tags", JsonValue.Parse("""[{"Key":"c","Value":"3"}]""")));
        await runtime.CallAsync("ssm", "RemoveTagsFromResource", ("ResourceType", "Parameter"), ("ResourceId", "/jobs/limit"), ("TagKeys", JsonValue.Parse("""["a"]""")));
        Assert.Equal("""[{"Key":"b","Value":"2"},{"Key":"c","Value":"3"}]""", await TagsAsync());
        await runtime.CallAsync("ssm", "DeleteParameter", ("Name", "/jobs/limit"));

        Assert.Equal("InvalidResourceId", (await Assert.ThrowsAsync<AwsErrorException>(TagsAsync)).Code);
        await PutAsync(runtime, """{"Name":"/jobs/limit","Value":"1","Type":"String"}""");
        Assert.Equal("[]", await TagsAsync());
    }

    [Fact]
    public async Task Lists_FilterAndPage()
    {
        await using var runtime = await TestRuntime.StartAsync();
        foreach (var name in new[] { "/a/b/one", "/a/two", "/ab/three", "four" })
        {
            await PutAsync(runtime, $$"""{"Name":"{{name}}","Value":"1","Type":"String"}""");
        }

        var flat = await runtime.CallAsync("ssm", "GetParametersByPath", ("Path", "/a"));
        var deep = await runtime.CallAsync("ssm", "GetParametersByPath", ("Path", "/a/"), ("Recursive", true), ("MaxResults", 1));
        var rest = await runtime.CallAsync("ssm", "GetParametersByPath", ("Path", "/a/"), ("Recursive", true), ("NextToken", deep["NextToken"]));
        var described = await runtime.Client.CallAsync("ssm", "DescribeParameters", CommandTestExtensions.Json(
            """{"ParameterFilters":[{"Key":"Name","Option":"BeginsWith","Values":["/a/","f"]}]}"""));
        var some = await runtime.Client.CallAsync("ssm", "GetParameters", CommandTestExtensions.Json("""{"Names":["four","five"]}"""));

        Assert.Equal(["/a/two"], Names(flat));
        Assert.Equal(["/a/b/one", "/a/two"], Names(deep).Concat(Names(rest)));
        Assert.Equal(["/a/b/one", "/a/two", "four"], Names(described));
        Assert.Equal(["four"], Names(some));
        Assert.Equal("""["five"]""", some["InvalidParameters"]!.ToString());
    }

    private static Task<JsonObject> PutAsync(TestRuntime runtime, string request) => runtime.Client.CallAsync("ssm", "PutParameter", CommandTestExtensions.Json(request));

    private static async Task<JsonObject> GetAsync(TestRuntime runtime, string name) => (JsonObject)(await runtime.CallAsync("ssm", "GetParameter", ("Name", name)))["Parameter"]!;

    private static IEnumerable<string> Names(JsonObject answer) => ((JsonArray)answer["Parameters"]!).Cast<JsonObject>().Select(parameter => parameter.Text("Name"));
}
