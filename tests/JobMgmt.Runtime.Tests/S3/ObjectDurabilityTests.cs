using System.Net.Sockets;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.S3;

public sealed class ObjectDurabilityTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    [Fact]
    public async Task Objects_AreWhole_AndNothingElseIsLeft_WhenTheRuntimeIsKilled()
    {
        using var runtime = await RuntimeProcess.StartAsync(_data);
        await runtime.CallAsync("s3", "CreateBucket", ("Bucket", "bucket"));
        var done = 0;
        var writers = Enumerable.Range(0, 4).Select(writer => WriteUntilKilledAsync(runtime.Client, writer, () => Interlocked.Increment(ref done))).ToArray();
        await Eventually.IsTrueAsync(() => Volatile.Read(ref done) > 60);
        runtime.Kill();
        var answered = (await Task.WhenAll(writers)).SelectMany(texts => texts).ToArray();

        await using var again = await TestRuntime.StartAsync(dataPath: _data);

        foreach (var (key, text) in answered)
        {
            Assert.Equal(text, ((JsonString)(await again.CallAsync("s3", "GetObject", ("Bucket", "bucket"), ("Key", key)))["Body"]!).Value);
        }

        var objects = (JsonArray)(await again.CallAsync("s3", "ListObjectsV2", ("Bucket", "bucket")))["Contents"]!;
        await Eventually.IsTrueAsync(() => Files().Count() == objects.Count);
    }

    [Fact]
    public async Task File_IsDeleted_WithItsObject()
    {
        await using var runtime = await TestRuntime.StartAsync(dataPath: _data);
        await runtime.CallAsync("s3", "CreateBucket", ("Bucket", "bucket"));
        for (var i = 0; i < 3; i++)
        {
            await runtime.CallAsync("s3", "PutObject", ("Bucket", "bucket"), ("Key", "same"), ("Body", "text"));
        }

        await Eventually.IsTrueAsync(() => Files().Count() == 1);
        await runtime.CallAsync("s3", "DeleteObject", ("Bucket", "bucket"), ("Key", "same"));

        await Eventually.IsTrueAsync(() => !Files().Any());
    }

    public void Dispose() => ScratchFolder.Delete(_data);

    /// <summary>Puts ten objects over and over. What was answered for each, save the one whose put was under way: it may have been done or not.</summary>
    private static async Task<Dictionary<string, string>> WriteUntilKilledAsync(AwsJsonClient client, int writer, Action done)
    {
        var answered = new Dictionary<string, string>();
        for (var i = 0; ; i++)
        {
            var (key, text) = ($"{writer}-{i % 10}", $"{i}: {new string('x', 100_000)}");
            try
            {
                await client.CallAsync("s3", "PutObject", JsonObject.Of(("Bucket", "bucket"), ("Key", key), ("Body", text)));
                answered[key] = text;
                done();
            }
            catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
            {
                answered.Remove(key);
                return answered;
            }
        }
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(_data, "objects"), "*", SearchOption.AllDirectories);
}
