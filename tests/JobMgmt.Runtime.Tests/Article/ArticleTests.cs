using System.Diagnostics;
using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Article;

/// <summary>
/// The proof beside our own tests: what the article publishes (three state machines, a document, an event pattern), read from the article itself and changed only in the
/// account number, runs through boto3 and the AWS CLI and ends as the article says.
/// </summary>
public sealed class ArticleTests
{
    [SharedFact("seed/article.ja.txt", needsBoto3: true)]
    public async Task Article_RunsAsPublished()
    {
        await using var runtime = await TestRuntime.StartAsync(region: "ap-northeast-1");
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Article", "article.py"), SharedFolder.Find("seed/article.ja.txt")! },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(runtime.DataPath, "credentials");
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(runtime.DataPath, "config");
        start.Environment["AWS_PAGER"] = "";

        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEndAsync();
        var errors = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, errors);
        Assert.Contains("as the article says", await output, StringComparison.Ordinal);
    }
}
