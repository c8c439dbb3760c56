using System.IO;
using Amazon.Runtime;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.Sessions;

public sealed class AwsSessionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobmgmt-aws-");

    private string ProfileFile
    {
        get
        {
            var path = Path.Combine(_folder.FullName, "profiles");
            File.WriteAllText(path, "[ops]\naws_access_key_id = AKIAOPS\naws_secret_access_key = s\nregion = eu-west-1\n\n[empty]\nregion = eu-west-1\n");
            return path;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Aws_UsesTheServicesOwnHosts_WhenNoEndpointIsGiven()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "cn-north-1", AccessKey = "a", SecretKey = "b" });

        Assert.Equal(SessionKind.Aws, session.Kind);
        Assert.Null(session.Endpoint);
        Assert.Equal("cn-north-1", session.StepFunctions.Config.RegionEndpoint.SystemName);
        Assert.Equal("cn-north-1", session.Ssm.Config.RegionEndpoint.SystemName);
        Assert.Equal("aws-cn", session.Partition);
    }

    [Fact]
    public async Task Aws_KeepsTheSessionToken_WhenOneIsGiven()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "a", SecretKey = "b", SessionToken = "t" });

        Assert.IsType<SessionAWSCredentials>(session.Credentials);
        Assert.Equal("t", (await session.Credentials.GetCredentialsAsync()).Token);
    }

    [Fact]
    public async Task Aws_TakesKeysAndRegion_FromTheProfile()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "ops", ProfileLocation = ProfileFile });

        Assert.Equal("eu-west-1", session.Region);
        Assert.Equal("ops", session.ProfileName);
        Assert.Equal("AKIAOPS", (await session.Credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public void Aws_PrefersTheGivenRegion_OverTheProfiles()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "ops", ProfileLocation = ProfileFile, Region = "us-west-2" });

        Assert.Equal("us-west-2", session.Region);
    }

    [Fact]
    public void Aws_NamesTheProfilesThereAre_WhenTheProfileIsMissing()
    {
        var exception = Assert.Throws<SessionException>(() => JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "nobody", ProfileLocation = ProfileFile, Region = "us-east-1" }));

        Assert.Equal(SessionErrorCode.ProfileNotFound, exception.Code);
        Assert.Contains("ops", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aws_SaysThatTheProfileIsUnusable_WhenItHasNoKeys()
    {
        var exception = Assert.Throws<SessionException>(() => JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "empty", ProfileLocation = ProfileFile }));

        Assert.Equal(SessionErrorCode.ProfileUnusable, exception.Code);
    }

    [Theory]
    [InlineData("a", null, null, null, "a key id without its secret")]
    [InlineData(null, "b", null, null, "a secret without its key id")]
    [InlineData(null, null, "t", null, "a token alone")]
    [InlineData("a", "b", null, "ops", "keys and a profile")]
    public void Aws_RefusesOptions_ThatContradictEachOther(string? key, string? secret, string? token, string? profile, string reason)
    {
        var options = new AwsSessionOptions { Region = "us-east-1", AccessKey = key, SecretKey = secret, SessionToken = token, ProfileName = profile, ProfileLocation = ProfileFile };

        var exception = Record.Exception(() => JobMgmtSession.Aws(options));

        Assert.True(exception is SessionException { Code: SessionErrorCode.OptionsInvalid }, $"{reason}: {exception}");
        Assert.DoesNotContain("SecretKey", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Aws_HonoursTheProfilesEndpoint_WhenAProfileIsNamed()
    {
        var path = Path.Combine(_folder.FullName, "profiles");
        File.WriteAllText(path, "[there]\naws_access_key_id = a\naws_secret_access_key = s\nregion = eu-west-1\nendpoint_url = http://127.0.0.1:4599\n");

        using var session = JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "there", ProfileLocation = path });

        Assert.Equal("http://127.0.0.1:4599", session.StepFunctions.Config.ServiceURL?.TrimEnd('/'));
    }

    [Theory]
    [InlineData("", RequestRetryMode.Adaptive, 8, "the networks of a stack take more calls than AWS lets through at once")]
    [InlineData("retry_mode = standard", RequestRetryMode.Standard, 8, "the profile says how")]
    [InlineData("max_attempts = 4", RequestRetryMode.Adaptive, 3, "the profile says how often")]
    public void Aws_SlowsDownWhereItIsThrottled_UnlessTheProfileSaysElse(string setting, RequestRetryMode mode, int retries, string reason)
    {
        var path = Path.Combine(_folder.FullName, "profiles");
        File.WriteAllText(path, $"[ops]\naws_access_key_id = a\naws_secret_access_key = s\nregion = eu-west-1\n{setting}\n");

        using var session = JobMgmtSession.Aws(new AwsSessionOptions { ProfileName = "ops", ProfileLocation = path });

        Assert.True((session.StepFunctions.Config.RetryMode, session.StepFunctions.Config.MaxErrorRetry) == (mode, retries), reason);
        Assert.True((session.Ssm.Config.RetryMode, session.Ssm.Config.MaxErrorRetry) == (mode, retries), reason);
        Assert.Equal(RequestRetryMode.Standard, session.Sts.Config.RetryMode); // it is asked first, and tells early that there is no network
    }

    [Fact]
    public void Endpoint_OnThisMachine_IsNotWaitedFor()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "a", SecretKey = "b", EndpointUrl = new Uri("http://127.0.0.1:4599") });

        Assert.Equal((RequestRetryMode.Standard, 2), (session.StepFunctions.Config.RetryMode, session.StepFunctions.Config.MaxErrorRetry));
    }

    [Fact]
    public async Task Cancelling_EndsACallAtOnce_ThatIsThrottledAgainAndAgain()
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "a", SecretKey = "b" });
        using var cancel = new CancellationTokenSource();
        var http = new FakeHttp().Answer(_ =>
        {
            cancel.Cancel();
            return Task.FromResult(new System.Net.Http.HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new System.Net.Http.StringContent("""{"__type":"ThrottlingException","message":"Rate exceeded"}""") });
        });
        ((ClientConfig)session.StepFunctions.Config).HttpClientFactory = http;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.StepFunctions.ListStateMachinesAsync(new Aws.StepFunctions.Model.ListStateMachinesRequest(), cancel.Token));

        Assert.Single(http.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4599", true, "loopback is never reached through a proxy")]
    [InlineData("https://states.example.com", false, "other hosts may need one")]
    public void Endpoint_BypassesProxies_OnlyOnLoopback(string endpoint, bool bypassed, string reason)
    {
        using var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "a", SecretKey = "b", EndpointUrl = new Uri(endpoint) });

        Assert.True((session.StepFunctions.Config.GetWebProxy()?.IsBypassed(new Uri(endpoint)) ?? false) == bypassed, reason);
    }

    [Fact]
    public void Dispose_LeavesUnmadeClients_Unmade()
    {
        var session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "a", SecretKey = "b" });
        _ = session.Logs;

        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => { session.Logs.DeleteLogGroupAsync(new Aws.CloudWatchLogs.Model.DeleteLogGroupRequest { LogGroupName = "g" }).GetAwaiter().GetResult(); });
    }
}
