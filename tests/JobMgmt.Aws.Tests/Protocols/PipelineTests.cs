using System.Net;
using System.Net.Http;
using Amazon;
using Amazon.Runtime;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.Protocols;

public sealed class PipelineTests
{
    private static readonly StopExecutionRequest _stop = new() { ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:m:e", Cause = "止める" };

    [Fact]
    public async Task Request_IsSignedWithSigV4_ForTheServiceAndRegion()
    {
        var http = new FakeHttp().Answer("""{"stopDate":1}""");
        using var client = Clients.StepFunctions(http);

        await client.StopExecutionAsync(_stop);

        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "states");
    }

    [Fact]
    public async Task Request_CarriesTheSessionToken_WhenCredentialsAreTemporary()
    {
        var http = new FakeHttp().Answer("""{"stopDate":1}""");
        using var client = new AmazonStepFunctionsClient(
            new SessionAWSCredentials("AKIDEXAMPLE", "secret", "token"),
            new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.APNortheast1, HttpClientFactory = http });

        await client.StopExecutionAsync(_stop);

        Assert.Equal("https://states.ap-northeast-1.amazonaws.com/", http.Request.Uri.AbsoluteUri);
        Assert.Equal("token", http.Request.Header("X-Amz-Security-Token"));
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "secret", "ap-northeast-1", "states");
    }

    [Fact]
    public async Task Request_GoesToTheCustomEndpoint_SignedForTheGivenRegion()
    {
        var http = new FakeHttp().Answer("""{"stopDate":1}""");
        using var client = new AmazonStepFunctionsClient(
            Clients.Credentials,
            new AmazonStepFunctionsConfig { ServiceURL = "http://127.0.0.1:4599", AuthenticationRegion = "ap-northeast-1", HttpClientFactory = http });

        await client.StopExecutionAsync(_stop);

        Assert.Equal("http://127.0.0.1:4599/", http.Request.Uri.AbsoluteUri);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "ap-northeast-1", "states");
    }

    [Theory]
    [InlineData("cn-north-1", false, false, "https://states.cn-north-1.amazonaws.com.cn/", "another partition has another suffix")]
    [InlineData("us-east-1", true, false, "https://states-fips.us-east-1.amazonaws.com/", "FIPS adds to the prefix")]
    [InlineData("us-east-1", false, true, "https://states.us-east-1.api.aws/", "dual stack has its own suffix")]
    [InlineData("us-gov-west-1", true, false, "https://states.us-gov-west-1.amazonaws.com/", "in GovCloud the plain host is FIPS")]
    public async Task Endpoint_FollowsTheServicesRules_ForPartitionFipsAndDualStack(string region, bool fips, bool dual, string expected, string reason)
    {
        var http = new FakeHttp().Answer("""{"stopDate":1}""");
        using var client = Clients.StepFunctions(http, config =>
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dual;
        });

        await client.StopExecutionAsync(_stop);

        Assert.True(http.Request.Uri.AbsoluteUri == expected, $"{reason}: {http.Request.Uri}");
    }

    [Theory]
    [InlineData("InternalServerError", HttpStatusCode.InternalServerError, "server faults")]
    [InlineData("ServiceUnavailable", HttpStatusCode.ServiceUnavailable, "the service is down")]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest, "too many calls")]
    public async Task Call_IsTriedAgainAndSignedAnew_WhenTheFailureMayPass(string code, HttpStatusCode status, string reason)
    {
        var http = new FakeHttp().Error(code, "later", status).Error(code, "later", status).Answer("""{"stopDate":1}""");
        using var client = Clients.StepFunctions(http).WithoutBackoff();

        var response = await client.StopExecutionAsync(_stop);

        Assert.NotNull(response.StopDate);
        Assert.True(http.Requests.Count == 3, reason);
        Assert.Equal(http.Requests[0].Body, http.Requests[2].Body);
        SigV4.AssertSigned(http.Requests[2], "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "states");
    }

    [Fact]
    public async Task Call_GivesUpWithTheServicesError_WhenItFailsEveryTime()
    {
        var http = new FakeHttp().Error("InternalServerError", "broken", HttpStatusCode.InternalServerError);
        using var client = Clients.StepFunctions(http).WithoutBackoff();

        var exception = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => client.StopExecutionAsync(_stop));

        Assert.Equal(3, http.Requests.Count);
        Assert.Equal("InternalServerError", exception.ErrorCode);
        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
    }

    [Fact]
    public async Task Call_IsNotTriedAgain_WhenTheCallerIsWrong()
    {
        var http = new FakeHttp().Error("com.amazonaws.swf.service.v2.model#InvalidArn", "Invalid Arn: 'x'");
        using var client = Clients.StepFunctions(http);

        await Assert.ThrowsAsync<InvalidArnException>(() => client.StopExecutionAsync(_stop));

        Assert.Single(http.Requests);
    }

    [Fact]
    public async Task Call_Ends_WhenTheCallerCancels()
    {
        var asked = new TaskCompletionSource();
        var http = new FakeHttp().NeverAnswer(asked);
        using var client = Clients.StepFunctions(http);
        using var source = new CancellationTokenSource();

        var call = client.StopExecutionAsync(_stop, source.Token);
        await asked.Task; // one that is cancelled before is never made
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(http.Requests);
    }

    [Fact]
    public async Task Call_Fails_WhenNoAnswerComesInTime()
    {
        var http = new FakeHttp().NeverAnswer();
        using var client = Clients.StepFunctions(http, config =>
        {
            config.Timeout = TimeSpan.FromMilliseconds(50);
            config.MaxErrorRetry = 0;
        });

        var exception = await Record.ExceptionAsync(() => client.StopExecutionAsync(_stop));

        Assert.True(exception is OperationCanceledException or TimeoutException or AmazonClientException, exception?.ToString());
    }

    [Fact]
    public async Task Call_FailsAsAmazonClientExceptionOrHttp_WhenNobodyListens()
    {
        var http = new FakeHttp().Answer(_ => throw new HttpRequestException("Connection refused"));
        using var client = Clients.StepFunctions(http, config => config.MaxErrorRetry = 0);

        var exception = await Record.ExceptionAsync(() => client.StopExecutionAsync(_stop));

        Assert.True(exception is HttpRequestException or AmazonClientException, exception?.ToString());
    }

    [Fact]
    public async Task Call_Throws_WhenTheRequestIsNull()
    {
        using var client = Clients.StepFunctions(new FakeHttp());

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.StopExecutionAsync(null!));
    }
}
