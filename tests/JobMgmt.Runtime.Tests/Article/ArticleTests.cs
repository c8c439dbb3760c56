using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Article;

/// <summary>
/// The proof beside our own tests: what the article publishes (three state machines, a document, an event pattern), read from the article itself and changed only in the
/// account number, runs through boto3 and the AWS CLI and ends as the article says.
/// </summary>
public sealed class ArticleTests
{
    private const string Article = "seed/article.ja.txt";

    [SharedFact(Article, needsBoto3: true)]
    public async Task Article_RunsAsPublished()
    {
        await using var runtime = await TestRuntime.StartAsync(region: "ap-northeast-1");

        Assert.Contains("as the article says", await Boto3Script.RunAsync(runtime, "article.py", SharedFolder.Find(Article)!), StringComparison.Ordinal);
    }
}
