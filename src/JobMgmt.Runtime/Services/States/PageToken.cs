using System.Buffers.Text;
using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// Paging as Step Functions has it: <c>maxResults</c> 0 to 1000, where 0 or absent is 100; an opaque <c>nextToken</c> that is good for 24 hours and for the request
/// that it was given to.
/// </summary>
internal sealed class PageToken
{
    private const int Usual = 100;
    private static readonly TimeSpan _life = TimeSpan.FromHours(24);
    private readonly string _request;
    private readonly DateTimeOffset _now;

    private PageToken(string request, DateTimeOffset now, int count, string? position)
    {
        _request = request;
        _now = now;
        Count = count;
        Position = position;
    }

    /// <summary>How many results a page has at most.</summary>
    public int Count { get; }

    /// <summary>What <see cref="Next"/> was given for the page before; null on the first.</summary>
    public string? Position { get; }

    /// <summary>Reads the paging members.</summary>
    /// <param name="request">The request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="boundTo">The members that must be the same from page to page.</param>
    public static PageToken Read(JsonObject request, TimeProvider time, params string[] boundTo)
    {
        var count = request.Number("maxResults");
        var token = request.Text("nextToken");
        var bound = string.Join('|', boundTo.Select(name => request[name]?.ToString()));
        var now = time.GetUtcNow();
        return new PageToken(bound, now, count is null or 0 ? Usual : (int)count, token is null ? null : Decode(token, bound, now));
    }

    /// <summary>The token for the page that starts after this position.</summary>
    public JsonValue Next(string position)
    {
        var text = string.Join('\n', _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Fingerprint(_request), position);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    private static string Decode(string token, string request, DateTimeOffset now)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n', 3);
            return parts.Length == 3
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var made) && now - DateTimeOffset.FromUnixTimeSeconds(made) <= _life
                && parts[1] == Fingerprint(request) ? parts[2] : throw StatesErrors.InvalidToken();
        }
        catch (FormatException)
        {
            throw StatesErrors.InvalidToken();
        }
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
