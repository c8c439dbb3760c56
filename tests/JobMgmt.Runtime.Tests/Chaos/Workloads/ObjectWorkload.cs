using System.Collections.Concurrent;
using System.Security.Cryptography;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>S3 objects, put and replaced and deleted. An acknowledged one is whole; one that was not answered is whole or what was before; no bytes stay without an object.</summary>
internal sealed class ObjectWorkload : IChaosWorkload
{
    private const int Keys = 20;
    private const int MostBytes = 300_000;
    private const string Absent = "";
    private readonly ConcurrentDictionary<string, HashSet<string>> _possible = new(StringComparer.Ordinal);
    private int _last;

    public int Clients => 2;

    public Task PrepareAsync(ChaosRun run) => run.Runtime.OnceAsync(life => SendAsync(life, "PUT", "/chaos", null));

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var key = $"/chaos/{Interlocked.Increment(ref _last) % Keys}-{random.Next(1000)}"; // two clients never have the same one
        for (var round = random.Next(1, 4); round > 0; round--)
        {
            byte[]? body = random.Next(5) == 0 ? null : new byte[random.Next(MostBytes)];
            random.NextBytes(body ?? []);
            await PutAsync(run, key, body);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        foreach (var (key, possible) in _possible)
        {
            var found = await run.Runtime.OnceAsync(async life => await SendAsync(life, "GET", key, null) is { } body ? Hash(body) : Absent);
            run.Report.Expect("an object is whole, and what was put last", possible.Contains(found), () => $"{key}: {found}, possible {string.Join(' ', possible)}");
        }

        var listed = await run.Runtime.ListAsync("s3", "ListObjectsV2", "Contents", "ContinuationToken", ("Bucket", "chaos"));
        var size = listed.Sum(item => item.Number("Size")!.Value);
        var folder = new DirectoryInfo(Path.Combine(run.Runtime.DataPath, "objects"));
        long OnDisk() => folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(Length);
        await Eventually.IsTrueAsync(() => OnDisk() <= size);
        run.Report.Expect("the data folder holds the bytes of objects and no others", OnDisk() == size, () => $"{OnDisk()} on disk, {size} listed");
    }

    private async Task PutAsync(ChaosRun run, string key, byte[]? body)
    {
        var hash = body is null ? Absent : Hash(body);
        var possible = _possible.GetOrAdd(key, _ => [Absent]);
        possible.Add(hash);
        try
        {
            await run.Runtime.OnceAsync(life => SendAsync(life, body is null ? "DELETE" : "PUT", key, body));
            possible.Clear();
            possible.Add(hash);
            run.Report.Count("objects put or deleted");
        }
        catch (OutcomeUnknownException)
        {
            run.Report.Count("objects never answered");
        }
    }

    /// <summary>The body of the answer; null where there is no such object.</summary>
    private static async Task<byte[]?> SendAsync(RuntimeProcess life, string method, string path, byte[]? body)
    {
        using var client = new S3Client(life.Endpoint, life.Key, TimeProvider.System);
        using var answer = await client.SendAsync(method, path, body);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    // the runtime clears away what no object needs while this looks
    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    private static string Hash(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
