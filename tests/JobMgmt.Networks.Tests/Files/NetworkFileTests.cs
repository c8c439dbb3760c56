using System.Reflection;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Files;

public sealed class NetworkFileTests
{
    private const string Job = "Name: n\nJobs:\n  - Name: a\n    Command: |\n      ./a.sh\n";

    [Fact]
    public void EveryMemberOfTheModel_IsAMemberOfTheFile()
    {
        Assert.Equal(Settable<JobNetwork>(), NetworkMembers.Network.Members.Select(member => member.Name).Order());
        Assert.Equal(Settable<JobDefinition>(), NetworkMembers.Job.Members.Select(member => member.Name).Order());
        Assert.Equal(Settable<JobRetryPolicy>(), NetworkMembers.Retry.Members.Select(member => member.Name).Order());
    }

    [Fact]
    public void Everything_IsWrittenAsItWasRead_ByAPerson() => Golden.AssertSame("everything.jobnetwork.yaml", NetworkFile.WriteYaml(Samples.Everything));

    [Fact]
    public void TheSchema_DescribesEveryMember_AndIsPublished()
    {
        var isUpdate = Environment.GetEnvironmentVariable("JOBMGMT_UPDATE_GOLDEN") == "1";
        Golden.AssertSame(isUpdate ? "../../../../schema/jobnetwork.schema.json" : "jobnetwork.schema.json", NetworkFile.WriteSchema());
        AssertDescribed(JsonValue.Parse(NetworkFile.WriteSchema()));
    }

    [Theory]
    [InlineData("", "1:1: The file is empty.")]
    [InlineData("Name: n\nJobz: []\n", "2:1: Jobz: A job network has no member 'Jobz'. Did you mean 'Jobs'?")]
    [InlineData("Name: n\nName: m\nJobs: []\n", "2:1: 'Name' is there already, in line 1.")]
    [InlineData("Name: &a n\nJobs: []\n", "1:7: Anchors and aliases")]
    [InlineData("Name: *a\nJobs: []\n", "1:7: Anchors and aliases")]
    [InlineData("Name: !!str n\nJobs: []\n", "1:7: Tags (!) are not taken.")]
    [InlineData("Name: n\nJobs:\n\t- Name: a\n", "A tab indents this line")]
    [InlineData(Job + "---\nName: m\n", "The file has more than one document.")]
    [InlineData(Job + "Tag:\n  <<: {a: b}\n", "7:3: Merge keys (<<) are not taken.")]
    [InlineData(Job + "Tag: {a: yes}\n", "6:10: Tag.a: YAML does not take yes for a text. Write it in quotes: 'yes'.")]
    [InlineData(Job + "Tag: {a: 5}\n", "6:10: Tag.a: YAML does not take 5 for a text.")]
    [InlineData(Job + "Tag: [a]\n", "6:6: Tag: Here must be texts by name, not a list.")]
    [InlineData(Job + "FailFast: yes\n", "6:11: FailFast: 'yes' is neither true nor false.")]
    [InlineData(Job + "    ExecutionTimeout: soon\n", "6:23: Jobs[0].ExecutionTimeout: 'soon' is no span of time. Write it as 90s")]
    [InlineData(Job + "    ExecutionTimout: 1h\n", "6:5: Jobs[0].ExecutionTimout: A job has no member 'ExecutionTimout'. Did you mean 'ExecutionTimeout'?")]
    [InlineData(Job + "    RunOn: Sucess\n", "6:12: Jobs[0].RunOn: 'Sucess' is not one of the choices. Write Success, Failure, Always.")]
    [InlineData("Name: n\nJobs:\n  - Command: ls\n", "3:5: Jobs[0]: Name is missing.")]
    [InlineData("Name: n\nJobs:\n  - Name: a\n    Command: true\n", "4:14: Jobs[0].Command: YAML does not take true for a text. Write it in quotes: 'true'.")]
    [InlineData("Name: n\nJobs:\n  - Name: a\n    Command: \"a\\0b\"\n", "4:14: Jobs[0].Command: The text has a NUL in it")]
    public void AFault_SaysLineColumnMemberAndFix(string text, string said)
    {
        var file = NetworkFile.ReadYaml(text);
        Assert.Null(file.Network);
        Assert.Contains(said, string.Join('\n', file.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void AllFaults_AreToldAtOnce() =>
        Assert.Equal([1, 3, 4], NetworkFile.ReadYaml("Nme: n\nJobs:\n  - Nam: a\n    ExecutionTimeout: x\n").Faults.Select(fault => fault.Line).Distinct());

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("1h30m", 5400)]
    [InlineData("300", 300)]
    public void ADuration_IsTakenInEveryForm(string text, int seconds) =>
        Assert.Equal(seconds, NetworkFile.ReadYaml($"{Job}    ExecutionTimeout: {text}\n").Network!.Jobs[0].ExecutionTimeout);

    [Fact]
    public void AFaultOfTheDefinition_HasItsPlaceInTheFile()
    {
        var file = NetworkFile.ReadYaml(Job + "    ExecutionTimeout: 1s\n");
        var fault = NetworkValidator.Validate(file.Network!, Samples.Names).Single();
        Assert.StartsWith("6:23: job 'a' (Jobs[0].ExecutionTimeout): ", file.Locate(fault).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ls", "ls")]
    [InlineData("[ls, cd /]", "ls\ncd /")]
    [InlineData("|-\n      ls\n      cd /", "ls\ncd /")]
    [InlineData("|+\n      ls\n", "ls\n")]
    public void ACommand_IsTakenInEveryForm(string yaml, string script) =>
        Assert.Equal(script, string.Join('\n', NetworkFile.ReadYaml($"Name: n\nJobs:\n  - Name: a\n    Command: {yaml}\n").Network!.Jobs[0].Command));

    [Fact]
    public void Networks_ComeAfterThoseThatTheyStart_AndCirclesAreNamed()
    {
        (string, JsonObject) Network(string name, params string[] starts) => (name, JsonObject.Of(("Uses", new JsonArray(starts.Select(one => (JsonValue)new JsonString(Samples.Names.NetworkMachineArn(one)))))));
        Assert.Equal([2, 1, 0], NetworkUses.Order(Samples.Names, [Network("a", "b"), Network("b", "c"), Network("c")], out _));
        Assert.Null(NetworkUses.Order(Samples.Names, [Network("a", "b"), Network("b", "a")], out var circle));
        Assert.Equal(circle[0], circle[^1]);
    }

    [Fact]
    public void ADefinition_OfAnotherStack_LosesNothingInAnImport()
    {
        var names = new RunJobStackNames("dev", "aws-cn", "cn-north-1", "210987654321");
        foreach (var network in new[] { Samples.Example, Samples.Controlled, Samples.Items, Samples.Judged, Samples.Locked, Samples.Nested, Samples.Everything })
        {
            Assert.Equal([], NetworkFile.ReadAsl(NetworkCompiler.Compile(network, names).ToString(), network.Name).LostStates);
        }
    }

    [Fact]
    public void AText_WithANul_IsNotWritten() =>
        Assert.Contains("Jobs[0].Command[0]", Assert.Throws<ArgumentException>(() => NetworkFile.WriteYaml(new JobNetwork { Name = "n", Jobs = [Samples.Job("a", "x\0")] })).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Settable<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name).Order();

    private static void AssertDescribed(JsonValue schema)
    {
        foreach (var member in (schema as JsonObject)?["properties"] as JsonObject ?? JsonObject.Empty)
        {
            Assert.False(string.IsNullOrEmpty(((JsonObject)member.Value)["description"]?.ToString()), member.Key);
            AssertDescribed(member.Value);
        }
    }
}
