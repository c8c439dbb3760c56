using System.IO;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Stack;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Article;

/// <summary>The article's network, changed only in account and Region, on our stack in place of the article's: what a user who wrote networks after it may rely on.</summary>
public sealed class ArticleNetworkTests(PublishedStack stack) : IClassFixture<PublishedStack>
{
    private const string Article = "seed/article.ja.txt";

    [SharedFact(Article, needsPython: true)]
    public async Task ArticlesNetwork_RunsUnchangedOnTheStack()
    {
        var machine = await stack.Runtime.CallAsync(
            "states", "CreateStateMachine", ("name", "JobNetwork-article"), ("definition", Network()), ("roleArn", "arn:aws:iam::000000000000:role/any"));
        var run = await stack.EndAsync(await stack.StartAsync(machine.Text("stateMachineArn")));

        Assert.Equal("FAILED", run.Text("status"));
        var events = ((JsonArray)(await stack.Runtime.CallAsync("states", "GetExecutionHistory", ("executionArn", run.Text("executionArn"))))["events"]!).Cast<JsonObject>().ToArray();
        Assert.Equal(
            ["Job 1", "Job 2", "Send fail event", "Fail"], events.Select(item => item["stateEnteredEventDetails"]).OfType<JsonObject>().Select(entered => entered.Text("name")));
        var alert = await stack.AlertAsync("high", run.Text("executionArn"));
        Assert.Equal("ExecutionFailed", alert.Text("error"));
        Assert.Equal($"The command ended with exit code 1 on {stack.Worker}.", ((JsonObject)alert["cause"]!).Text("Message"));
    }

    private static string Network()
    {
        var text = File.ReadAllText(SharedFolder.Find(Article)!);
        var start = text.IndexOf('{', text.IndexOf("\nState machine: JobNetwork-example\n", StringComparison.Ordinal));
        var end = text.IndexOf("\n}\n", start, StringComparison.Ordinal) + 2;
        return text[start..end].Replace("********", "000000000000", StringComparison.Ordinal).Replace("ap-northeast-1", "us-east-1", StringComparison.Ordinal);
    }
}
