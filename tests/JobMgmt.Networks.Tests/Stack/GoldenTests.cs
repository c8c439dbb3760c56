using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Stack;

public sealed class GoldenTests
{
    [Theory]
    [InlineData("RunJob")]
    [InlineData("SendFailEvent")]
    [InlineData("SendDigest")]
    [InlineData("SendRecovered")]
    [InlineData("StopJobs")]
    [InlineData("RunShellScriptOnOneInstance")]
    public void Artefact_IsAsReviewed(string name)
    {
        var artefact = RunJobStack.Artefacts(Samples.Names).Single(item => item.Name == name);

        Golden.AssertSame(name + ".json", artefact is StateMachineArtefact machine ? machine.Definition : artefact.Body);
    }

    [Fact]
    public void RolesRulesAndLogGroups_AreAsReviewed() => Golden.AssertSame("stack.json", Listing(Samples.Names, new RunJobStackOptions()));

    [Fact]
    public void AnotherStackInAnotherPartition_IsAsReviewed() => Golden.AssertSame(
        "stack-dev-china.json",
        Listing(new RunJobStackNames("dev", "aws-cn", "cn-north-1", "210987654321"), new RunJobStackOptions { Channels = ["ops.night"], DefaultChannel = "ops.night" }));

    [Fact]
    public void ExampleNetwork_IsAsReviewed() => Golden.AssertSame("network-example.json", NetworkCompiler.Compile(Samples.Example, Samples.Names));

    [Fact]
    public void NetworkWithConditions_IsAsReviewed() => Golden.AssertSame("network-judged.json", NetworkCompiler.Compile(Samples.Judged, Samples.Names));

    [Fact]
    public void NetworkWithEverything_IsAsReviewed() => Golden.AssertSame("network-everything.json", NetworkCompiler.Compile(Samples.Everything, Samples.Names));

    [Fact]
    public void NetworkWithControls_IsAsReviewed() => Golden.AssertSame("network-controlled.json", NetworkCompiler.Compile(Samples.Controlled, Samples.Names));

    [Fact]
    public void NetworkWithLocks_IsAsReviewed() => Golden.AssertSame("network-locked.json", NetworkCompiler.Compile(Samples.Locked, Samples.Names));

    [Theory]
    [InlineData(false, "network-for-each.json")]
    [InlineData(true, "network-for-each-fail-fast.json")]
    public void NetworkWithAJobForEachItem_IsAsReviewed(bool failFast, string name) => Golden.AssertSame(
        name, NetworkCompiler.Compile(Samples.Items with { FailFast = failFast }, Samples.Names));

    [Fact]
    public void NetworkOfNetworks_IsAsReviewed() => Golden.AssertSame("network-nested.json", NetworkCompiler.Compile(Samples.Nested, Samples.Names));

    private static JsonArray Listing(RunJobStackNames names, RunJobStackOptions options) => new(RunJobStack.Artefacts(names, options).Select(item =>
        (JsonValue)JsonObject.Of(
            ("kind", item.Kind.ToString()),
            ("name", item.Name),
            ("arn", item.Arn),
            ("description", item.Description),
            ("tags", new JsonObject(item.Tags.Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, tag.Value)))),
            ("body", item is StateMachineArtefact or DocumentArtefact ? "in a file of its own" : item.Body))));
}
