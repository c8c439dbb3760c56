using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Parameters;

/// <summary>
/// <c>JobMgmt.Runtime --read-parameter NAME --data-path DIR</c>: what a job's script calls for a secret where a worker on AWS has the AWS CLI. It asks the runtime that
/// holds the folder, by GetParameter signed with the folder's key pair, and prints the value and a line feed, as the CLI does.
/// </summary>
internal sealed class ParameterReader(string dataPath, TimeProvider time)
{
    /// <summary>The option by which the program becomes this.</summary>
    public const string Option = "--read-parameter";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60); // for a runtime that is being restarted
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The program's exit code.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="output">Gets the value in UTF-8, whatever the console's encoding.</param>
    /// <param name="errors">Gets why there is none.</param>
    public async Task<int> RunAsync(string name, Stream output, TextWriter errors)
    {
        try
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(await ReadAsync(name) + "\n"));
            await output.FlushAsync();
            return 0;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UnauthorizedAccessException or RuntimeStartException)
        {
            await errors.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <exception cref="HttpRequestException">It was refused, or nobody answers.</exception>
    private async Task<string> ReadAsync(string name)
    {
        using var http = new HttpClient();
        for (var last = time.GetUtcNow() + _patience; ; await Task.Delay(_pause, time))
        {
            try
            {
                if (Runtime() is { } runtime)
                {
                    return await CallAsync(http, runtime, name);
                }
            }
            catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConnectionError && time.GetUtcNow() < last)
            {
                continue;
            }

            if (time.GetUtcNow() >= last)
            {
                throw new HttpRequestException($"No runtime answers for the data folder '{dataPath}'.");
            }
        }
    }

    /// <summary>What the folder tells of its runtime; null while there is none.</summary>
    private JsonObject? Runtime()
    {
        var file = Path.Combine(dataPath, DataFolder.RuntimeFileName);
        return File.Exists(file) && JsonValue.TryParse(File.ReadAllText(file), out var value) ? value as JsonObject : null;
    }

    private async Task<string> CallAsync(HttpClient http, JsonObject runtime, string name)
    {
        var endpoint = ((JsonString)runtime["endpoint"]!).Value;
        var body = Encoding.UTF8.GetBytes(JsonObject.Of(("Name", name), ("WithDecryption", true)).ToString());
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + "/") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        Sign(request, ((JsonString)runtime["region"]!).Value, body);
        using var response = await http.SendAsync(request);
        var answer = (JsonObject)JsonValue.Parse(await response.Content.ReadAsByteArrayAsync());
        if (!response.IsSuccessStatusCode)
        {
            var code = (answer["__type"] as JsonString)?.Value.Split('#')[^1];
            var message = ((answer["message"] ?? answer["Message"]) as JsonString)?.Value;
            throw new HttpRequestException($"An error occurred ({code}) when calling the GetParameter operation: {message}".TrimEnd(' '));
        }

        return ((JsonString)((JsonObject)answer["Parameter"]!)["Value"]!).Value;
    }

    private void Sign(HttpRequestMessage request, string region, byte[] body)
    {
        const string target = "AmazonSSM.GetParameter";
        var key = DataFolder.ReadKey(Path.Combine(dataPath, DataFolder.CredentialsFileName));
        var date = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", date);
        request.Headers.Add("X-Amz-Target", target);
        const string signed = "host;x-amz-date;x-amz-target";
        var canonical = $"POST\n/\n\nhost:{request.RequestUri!.Authority}\nx-amz-date:{date}\nx-amz-target:{target}\n\n{signed}\n{Hex(SHA256.HashData(body))}";
        var scope = $"{date[..8]}/{region}/ssm/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signingKey = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + key.Secret), (last, part) => HMACSHA256.HashData(last, Encoding.UTF8.GetBytes(part)));
        var signature = Hex(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(text)));
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key.Id}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
