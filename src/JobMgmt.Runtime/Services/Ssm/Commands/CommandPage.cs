using System.Globalization;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>A page of ListCommands or ListCommandInvocations: newest first, at most 50, going on before the number in the token.</summary>
internal static class CommandPage
{
    /// <summary>Reads rows until the page is full.</summary>
    /// <param name="request">The request, with MaxResults and NextToken.</param>
    /// <param name="read">Rows older than a number, so many.</param>
    /// <param name="id">A row's number.</param>
    /// <param name="isWanted">The filters.</param>
    public static (IReadOnlyList<T> Rows, JsonValue? NextToken) Read<T>(JsonObject request, Func<long, int, List<T>> read, Func<T, long> id, Func<T, bool> isWanted)
    {
        var most = (int)(request.Number("MaxResults") ?? 50);
        new Constraints().Range(most, "maxResults", 1, 50).Enforce();
        var before = long.MaxValue;
        if (request.Text("NextToken") is { Length: > 0 } token && !long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            throw CommandErrors.InvalidToken;
        }

        var rows = new List<T>();
        while (read(before, most + 1) is { Count: > 0 } batch)
        {
            foreach (var row in batch.Where(isWanted))
            {
                if (rows.Count == most)
                {
                    return (rows, id(rows[^1]).ToString(CultureInfo.InvariantCulture));
                }

                rows.Add(row);
            }

            before = id(batch[^1]);
        }

        return (rows, null);
    }
}
