using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Stack;

public sealed class SelectWorkerScriptTests
{
    private const string Describe = "ssm:describe_instance_information";

    [PythonFact]
    public void Outcome_IsSelected_WhenAWorkerIsOnThePages()
    {
        var run = Run("""{"tags":{"role":"job_worker","env":"production"}}""", Page("""{"InstanceId":"i-1"},{"InstanceId":"i-1"}"""), pages: 3);

        Assert.Equal("Selected", Text(run, "Outcome"));
        Assert.Equal("i-1", Text(run, "InstanceId"));
        Assert.Equal(3, PythonScript.Operations(run).Count(operation => operation == Describe));
        Assert.Equal(
            """{"Filters":[{"Key":"tag:role","Values":["job_worker"]},{"Key":"tag:env","Values":["production"]},{"Key":"PingStatus","Values":["Online"]}]}""",
            PythonScript.Arguments(run, Describe).ToString());
    }

    [PythonFact]
    public void Outcome_IsNoWorker_WhenNoneIsOnline()
    {
        var run = Run("""{"tags":{"role":"job_worker"}}""", Page(""));

        Assert.Equal("NoWorker", Text(run, "Outcome"));
        Assert.Equal("No worker with the tags role=job_worker is online.", Text(run, "Message"));
    }

    [PythonFact]
    public void Outcome_IsNoWorker_WhenOnlyWindowsIsOnline() =>
        Assert.Equal("NoWorker", Text(Run("""{"tags":{"role":"x"}}""", Page("""{"InstanceId":"i-1","PlatformType":"Windows"}""")), "Outcome"));

    [PythonFact]
    public void Outcome_IsFailedWithTheCause_WhenTheCallIsRefused()
    {
        var run = Run("""{"tags":{"role":"x"}}""", """{"raise":"AccessDeniedException"}""");

        Assert.Equal("Failed", Text(run, "Outcome"));
        Assert.Contains("AccessDeniedException", Text(run, "Message"), StringComparison.Ordinal);
    }

    [PythonFact]
    public void Outcome_IsInvalidTags_WhenAValueIsNoString() =>
        Assert.Equal("InvalidTags", Text(Run("""{"tags":{"role":1}}""", Page("")), "Outcome"));

    [PythonFact]
    public void Outcome_IsFailed_WhenTagsAreMissing() => Assert.Equal("Failed", Text(Run("{}", Page("")), "Outcome"));

    private static string Page(string nodes) => $$"""{"InstanceInformationList":[{{nodes}}]}""";

    private static JsonObject Run(string events, string answer, int pages = 1) => PythonScript.Run(
        EmbeddedScript.SelectWorker,
        (JsonObject)JsonValue.Parse($$$"""{"events":{{{events}}},"pages":{{{pages}}},"answers":{"{{{Describe}}}":[{{{answer}}}]}}"""));

    private static string Text(JsonObject run, string member) => ((JsonString)((JsonObject)run["returned"]!)[member]!).Value;
}
