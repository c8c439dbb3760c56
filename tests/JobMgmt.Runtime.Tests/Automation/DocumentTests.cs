using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Automation;

public sealed class DocumentTests
{
    private const string One = "schemaVersion: '0.3'\ndescription: One.\nmainSteps:\n  - name: wait\n    action: aws:sleep\n    inputs:\n      Duration: PT1S\n";
    private static readonly string _two = One.Replace("One.", "Two.", StringComparison.Ordinal);

    [Fact]
    public async Task Versions_AreCounted_AndTheDefaultStaysUntilItIsMoved()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var created = (await runtime.CreateAsync("Versions", One)).Object("DocumentDescription")!;
        var updated = (await UpdateAsync(runtime, _two)).Object("DocumentDescription")!;
        var byDefault = await DescribeAsync(runtime);
        await runtime.CallAsync("ssm", "UpdateDocumentDefaultVersion", ("Name", "Versions"), ("DocumentVersion", "2"));

        Assert.Equal(("Creating", "1", "1", "0.3", "YAML", "Automation"), (
            created.Text("Status"), created.Text("DocumentVersion"), created.Text("DefaultVersion"), created.Text("SchemaVersion"), created.Text("DocumentFormat"), created.Text("DocumentType")));
        Assert.Equal(("2", "2", "1"), (updated.Text("DocumentVersion"), updated.Text("LatestVersion"), updated.Text("DefaultVersion")));
        Assert.Equal(("One.", "1"), (byDefault.Text("Description"), byDefault.Text("DocumentVersion")));
        Assert.Equal("Two.", (await DescribeAsync(runtime)).Text("Description"));
        Assert.Equal("One.", (await DescribeAsync(runtime, "1")).Text("Description"));
        Assert.Equal(["2", "1"], (await runtime.CallAsync("ssm", "ListDocumentVersions", ("Name", "Versions"))).Objects("DocumentVersions").Select(version => version.Text("DocumentVersion")));
    }

    [Fact]
    public async Task Content_ComesBackAsItWasSent_OrInTheOtherFormat()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CreateAsync("Formats", AutomationCalls.Case("echo.yaml"));

        var yaml = await runtime.CallAsync("ssm", "GetDocument", ("Name", "Formats"), ("DocumentFormat", "YAML"));
        var json = await runtime.CallAsync("ssm", "GetDocument", ("Name", "Formats"));
        await runtime.CreateAsync("Json", json.Text("Content")!, "JSON");
        var back = await runtime.CallAsync("ssm", "GetDocument", ("Name", "Json"), ("DocumentFormat", "YAML"));
        await runtime.CreateAsync("Again", back.Text("Content")!);
        var again = await runtime.CallAsync("ssm", "GetDocument", ("Name", "Again"));

        Assert.Equal(AutomationCalls.Case("echo.yaml"), yaml.Text("Content"));
        Assert.Equal("JSON", json.Text("DocumentFormat"));
        Assert.Equal(JsonValue.Parse(json.Text("Content")!), JsonValue.Parse(again.Text("Content")!));
    }

    [Fact]
    public async Task Document_CanNotBeCreatedTwice_NorUpdatedToWhatItIs()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CreateAsync("Versions", One);

        Assert.Equal("DocumentAlreadyExists", (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CreateAsync("Versions", _two))).Code);
        Assert.Equal("DuplicateDocumentContent", (await Assert.ThrowsAsync<AwsErrorException>(() => UpdateAsync(runtime, One))).Code);
        Assert.Equal("InvalidDocumentVersion", (await Assert.ThrowsAsync<AwsErrorException>(() => DescribeAsync(runtime, "3"))).Code);
    }

    [Fact]
    public async Task Deleted_IsGone_ButNotItsDefaultVersionAlone()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CreateAsync("Versions", One);
        await UpdateAsync(runtime, _two);

        var refused = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "DeleteDocument", ("Name", "Versions"), ("DocumentVersion", "1")));
        await runtime.CallAsync("ssm", "DeleteDocument", ("Name", "Versions"), ("DocumentVersion", "2"));
        var left = await DescribeAsync(runtime, "$LATEST");
        await runtime.CallAsync("ssm", "DeleteDocument", ("Name", "Versions"));
        var gone = await Assert.ThrowsAsync<AwsErrorException>(() => DescribeAsync(runtime));

        Assert.Equal(("InvalidDocumentOperation", "1"), (refused.Code, left.Text("DocumentVersion")));
        Assert.Equal(("InvalidDocument", "Document with name Versions does not exist."), (gone.Code, gone.ServiceMessage));
    }

    [Fact]
    public async Task Tags_AreKept_Changed_AndFilteredBy()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CallAsync(
            "ssm", "CreateDocument", ("Name", "Tagged"), ("Content", One), ("DocumentType", "Automation"), ("DocumentFormat", "YAML"), ("Tags", JsonValue.Parse("""[{"Key":"a","Value":"1"}]""")));
        await runtime.CreateAsync("Untagged", One);

        await runtime.CallAsync("ssm", "AddTagsToResource", ("ResourceType", "Document"), ("ResourceId", "Tagged"), ("Tags", JsonValue.Parse("""[{"Key":"b","Value":"2"},{"Key":"a","Value":"3"}]""")));
        var tags = await runtime.CallAsync("ssm", "ListTagsForResource", ("ResourceType", "Document"), ("ResourceId", "Tagged"));
        var found = await runtime.CallAsync("ssm", "ListDocuments", ("Filters", JsonValue.Parse("""[{"Key":"tag:a","Values":["3"]}]""")));

        Assert.Equal("""[{"Key":"a","Value":"3"},{"Key":"b","Value":"2"}]""", tags.List("TagList")!.ToString());
        Assert.Equal(["Tagged"], found.Objects("DocumentIdentifiers").Select(document => document.Text("Name")));
    }

    [Fact]
    public async Task List_PagesByName_AndHasAmazonsDocuments()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CreateAsync("Versions", One);

        var first = await runtime.CallAsync("ssm", "ListDocuments", ("MaxResults", 2));
        var second = await runtime.CallAsync("ssm", "ListDocuments", ("MaxResults", 2), ("NextToken", first["NextToken"]));
        var own = await runtime.CallAsync("ssm", "ListDocuments", ("DocumentFilterList", JsonValue.Parse("""[{"key":"Owner","value":"Self"}]""")));
        var shell = (await runtime.CallAsync("ssm", "DescribeDocument", ("Name", "AWS-RunShellScript"))).Object("Document")!;

        Assert.Equal(["AWS-RunPowerShellScript", "AWS-RunShellScript"], first.Objects("DocumentIdentifiers").Select(document => document.Text("Name")));
        Assert.Equal(["Versions"], second.Objects("DocumentIdentifiers").Select(document => document.Text("Name")));
        Assert.Null(second["NextToken"]);
        Assert.Equal(["Versions"], own.Objects("DocumentIdentifiers").Select(document => document.Text("Name")));
        Assert.Equal(("Amazon", "Command", "1.2"), (shell.Text("Owner"), shell.Text("DocumentType"), shell.Text("SchemaVersion")));
        Assert.Equal(["commands", "workingDirectory", "executionTimeout"], shell.Objects("Parameters").Select(parameter => parameter.Text("Name")));
    }

    [Theory]
    [InlineData("{", "InvalidDocumentContent", "YAML not well-formed. at Line:", "broken YAML")]
    [InlineData("schemaVersion: '0.3'", "InvalidDocumentContent", "object has missing required properties ([\\\"mainSteps\\\"])", "no steps")]
    [InlineData("schemaVersion: '0.2'\nmainSteps: []", "InvalidDocumentSchemaVersion", "0.2", "an older schema")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: []", "InvalidDocumentContent", "array is too short", "an empty list of steps")]
    [InlineData("schemaVersion: '0.3'\nsteps: []\nmainSteps: []", "InvalidDocumentContent", "not allowed by the schema: [\\\"steps\\\"]", "a misspelt property")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:approve, inputs: {}}]", "InvalidDocumentContent", "aws:approve, which the local runtime does not run", "an action that is not served")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:sleep, inputs: {Duration: '{{ X }}'}}]", "InvalidDocumentContent", "Parameter \"X\" is not declared.", "an unknown parameter")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:sleep, inputs: {Duration: '{{ b.c }}'}}]", "InvalidDocumentContent", "Step \"b\" is not declared.", "an unknown step")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:sleep, nextStep: b, inputs: {Duration: PT1S}}]", "InvalidDocumentContent", "step \"b\", which is not defined", "a jump to nowhere")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:sleep, onFailure: Ignore, inputs: {Duration: PT1S}}]", "InvalidDocumentContent", "onFailure", "an unknown onFailure")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:sleep, onCancel: 'step:a', inputs: {Duration: PT1S}}]", "InvalidDocumentContent", "onCancel is not supported", "onCancel on a sleep")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:executeScript, inputs: {Runtime: python2.7, Handler: f, Script: x}}]", "InvalidDocumentContent", "python2.7", "an unknown runtime")]
    [InlineData("schemaVersion: '0.3'\nmainSteps: [{name: a, action: aws:branch, inputs: {Choices: [{NextStep: a, Or: [{Variable: x, StringEquals: x}]}]}}]", "InvalidDocumentContent", "Expect at lease two expressions for operator: Or in step: a. Provided: 1", "an Or of one")]
    [InlineData("schemaVersion: '0.3'\nparameters: {P: {type: Text}}\nmainSteps: [{name: a, action: aws:sleep, inputs: {Duration: PT1S}}]", "InvalidDocumentContent", "\"Text\"", "an unknown type")]
    public async Task Create_IsRefused_WhenTheContentCanNotRun(string content, string code, string part, string because)
    {
        await using var runtime = await TestRuntime.StartAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CreateAsync("Faulty", content));

        Assert.True(error.Code == code && error.ServiceMessage!.Contains(part, StringComparison.Ordinal), $"{because}: {error.Message}");
    }

    [Theory]
    [InlineData("Aws-Mine", "reserved", "a reserved beginning")]
    [InlineData("a b", "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_\\-.]{3,128}$", "a space")]
    public async Task Create_IsRefused_WhenTheNameIsNotAllowed(string name, string part, string because)
    {
        await using var runtime = await TestRuntime.StartAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CreateAsync(name, One));

        Assert.True(error.Code == "ValidationException" && error.ServiceMessage!.Contains(part, StringComparison.Ordinal), $"{because}: {error.Message}");
    }

    [Theory]
    [InlineData("a: REPEAT", "[")]
    [InlineData("a: REPEAT", "{x: ")]
    [InlineData("REPEAT", "- ")]
    public async Task CreateDocument_IsRefused_WhenItsYamlNestsWithoutEnd(string frame, string repeated)
    {
        await using var runtime = await TestRuntime.StartAsync();
        var content = frame.Replace("REPEAT", string.Concat(Enumerable.Repeat(repeated, 60_000 / repeated.Length)), StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync(
            "ssm", "CreateDocument", ("Name", "deep"), ("DocumentType", "Automation"), ("DocumentFormat", "YAML"), ("Content", content)));

        Assert.Equal("InvalidDocumentContent", error.Code);
    }

    private static Task<JsonObject> UpdateAsync(TestRuntime runtime, string content) =>
        runtime.CallAsync("ssm", "UpdateDocument", ("Name", "Versions"), ("Content", content), ("DocumentFormat", "YAML"), ("DocumentVersion", "$LATEST"));

    private static async Task<JsonObject> DescribeAsync(TestRuntime runtime, string? version = null) =>
        (await runtime.CallAsync("ssm", "DescribeDocument", ("Name", "Versions"), ("DocumentVersion", version is null ? null : new JsonString(version)))).Object("Document")!;
}
