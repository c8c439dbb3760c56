using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Wire;

public sealed class SignatureTests
{
    [Fact]
    public async Task Call_IsAnswered_WhenRightlySigned()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var identity = await runtime.CallAsync("sts", "GetCallerIdentity");

        Assert.Equal(RuntimeOptions.AccountId, ((JsonString)identity["Account"]!).Value);
    }

    [Fact]
    public async Task Call_IsRefused_WhenUnsigned()
    {
        await using var runtime = await TestRuntime.StartAsync();
        using var http = new HttpClient();
        using var content = new StringContent("{}");
        content.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");

        using var response = await http.PostAsync(new Uri(runtime.Endpoint), content);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong secret", "InvalidSignatureException")]
    [InlineData("wrong id", "UnrecognizedClientException")]
    [InlineData("late", "InvalidSignatureException")]
    public async Task Call_IsRefused_WhenWronglySigned(string what, string code)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        await using var runtime = await TestRuntime.StartAsync(clock);
        var right = runtime.Host.Identity.Key;
        var key = what switch { "wrong secret" => right with { Secret = "x" }, "wrong id" => right with { Id = "x" }, _ => right };
        var time = what == "late" ? new FakeTimeProvider(clock.GetUtcNow().AddMinutes(-6)) : clock;
        using var client = new AwsJsonClient(runtime.Endpoint, key, "us-east-1", time);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => client.CallAsync("sts", "GetCallerIdentity", JsonObject.Empty));

        Assert.Equal((403, code), (error.Status, error.Code));
    }

    [Fact]
    public async Task Call_NamesTheOperation_WhenItIsNotServed()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("sts", "GetFederationToken"));

        Assert.Equal("UnknownOperationException", error.Code);
        Assert.Contains("GetFederationToken", error.ServiceMessage, StringComparison.Ordinal);
    }
}
