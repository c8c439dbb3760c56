using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Commands;

public sealed class CommandBucketTests
{
    private const string Bucket = ",\"OutputS3BucketName\":\"outputs\",\"OutputS3KeyPrefix\":\"jobs/nightly\"";

    [UnixFact]
    public async Task Bucket_HoldsBothStreamsWhole_WhereTheUrlsSay()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CallAsync("s3", "CreateBucket", ("Bucket", "outputs"));

        var invocation = await runtime.RunAsync("i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo line $i; done; echo bad >&2; exit 3", Bucket);

        var folder = $"jobs/nightly/{invocation.Text("CommandId")}/{invocation.Text("InstanceId")}/awsrunShellScript/0.awsrunShellScript";
        Assert.EndsWith($"/outputs/{folder}/stdout", invocation.Text("StandardOutputUrl"), StringComparison.Ordinal);
        Assert.Equal([$"{folder}/stderr", $"{folder}/stdout"], await KeysAsync(runtime));
        Assert.EndsWith("\nline 3000\n", await ReadAsync(runtime, $"{folder}/stdout"), StringComparison.Ordinal);
        Assert.Equal("bad\nfailed to run commands: exit status 3", await ReadAsync(runtime, $"{folder}/stderr"));
    }

    [UnixFact]
    public async Task Bucket_GetsNoEmptyStreams()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CallAsync("s3", "CreateBucket", ("Bucket", "outputs"));

        var invocation = await runtime.RunAsync("echo fine", ",\"OutputS3BucketName\":\"outputs\"");

        Assert.Equal([$"{invocation.Text("CommandId")}/{invocation.Text("InstanceId")}/awsrunShellScript/0.awsrunShellScript/stdout"], await KeysAsync(runtime));
    }

    [UnixFact]
    public async Task Command_Succeeds_WhenThereIsNoBucket()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("echo fine", Bucket);

        Assert.Equal("Success", invocation.Text("Status"));
    }

    private static async Task<string[]> KeysAsync(TestRuntime runtime)
    {
        var page = await runtime.CallAsync("s3", "ListObjectsV2", ("Bucket", "outputs"));
        return [.. ((JsonArray)page["Contents"]!).Cast<JsonObject>().Select(item => item.Text("Key"))];
    }

    private static async Task<string> ReadAsync(TestRuntime runtime, string key) =>
        (await runtime.CallAsync("s3", "GetObject", ("Bucket", "outputs"), ("Key", key))).Text("Body");
}
