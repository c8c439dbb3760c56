using System.Buffers.Text;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>Paging: <c>MaxResults</c>, and an opaque <c>NextToken</c> that holds what the page before ended with.</summary>
/// <param name="Count">How many results a page has at most.</param>
/// <param name="After">What the page before ended with; null on the first.</param>
internal sealed record SchedulePage(int Count, string? After)
{
    private const int Most = 100;

    /// <exception cref="ServiceException">ValidationException: the token is none of ours.</exception>
    public static SchedulePage Read(JsonObject request) => new((int)(request.Number("MaxResults") ?? Most), request.Text("NextToken") is { } token ? Decode(token) : null);

    /// <summary>The token of the page that follows, where a list has more than the page takes.</summary>
    public JsonValue? Next<T>(List<T> found, Func<T, string> position) =>
        found.Count > Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(position(found[Count - 1]))) : null;

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw SchedulerErrors.Invalid("Invalid NextToken.");
        }
    }
}
