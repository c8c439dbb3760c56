using System.Buffers.Text;
using System.Text;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm;

/// <summary>Paging as SSM has it: <c>MaxResults</c> within the operation's bounds, an opaque <c>NextToken</c>.</summary>
/// <param name="Count">How many results a page has at most.</param>
/// <param name="Position">What the page before ended with; null on the first.</param>
internal sealed record SsmPage(int Count, string? Position)
{
    /// <summary>Reads the paging members.</summary>
    /// <exception cref="ServiceException">ValidationException, InvalidNextToken.</exception>
    public static SsmPage Read(JsonObject request, int least = 1, int most = 50, int? usual = null)
    {
        var count = request.Number("MaxResults");
        new Constraints().Range(count, "maxResults", least, most).Enforce();
        return new SsmPage((int)(count ?? usual ?? most), request.Text("NextToken") is { } token ? Decode(token) : null);
    }

    /// <summary>The token for the page that starts after this position.</summary>
    public static JsonValue Next(string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes("1" + position));

    public static ServiceException InvalidToken() => new("InvalidNextToken", "The specified token is not valid.");

    private static string Decode(string token)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            return text.StartsWith('1') ? text[1..] : throw InvalidToken();
        }
        catch (FormatException)
        {
            throw InvalidToken();
        }
    }
}
