using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Logs;

/// <summary>A span of time in epoch milliseconds: from <paramref name="Start"/>, before <paramref name="End"/>.</summary>
internal readonly record struct LogRange(long Start, long End)
{
    /// <summary>What <c>startTime</c> and <c>endTime</c> of a request span.</summary>
    public static LogRange Of(JsonObject request) => new(request.Number("startTime") ?? long.MinValue, request.Number("endTime") ?? long.MaxValue);
}
