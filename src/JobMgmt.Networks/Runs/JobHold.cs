using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>How a job was held, and who has let it go.</summary>
public sealed record JobHold
{
    /// <summary>What answers it; null before it is asked, and where the history does not tell.</summary>
    public string? TaskToken { get; init; }

    /// <summary>What there is to look at before it is approved.</summary>
    public string? Message { get; init; }

    /// <summary>Since when it waited.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Who answered; null where nobody has.</summary>
    public string? By { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? AnswerTime { get; init; }

    /// <summary>What was said with it.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the answer was yes; null where there is none.</summary>
    public bool? IsApproved { get; init; }

    /// <summary>The answer to send for a job that is approved.</summary>
    public static JsonObject Approval(string by, DateTimeOffset time, string? comment) => Answer(null, by, time, comment);

    /// <summary>The cause to send for a job that is denied.</summary>
    public static JsonObject Denial(string by, DateTimeOffset time, string? comment) => Answer($"Denied by {by}{(comment is null ? "." : ": " + comment)}", by, time, comment);

    /// <summary>The same with what an answer says.</summary>
    internal JobHold With(JsonValue? answer, bool isApproved) => this with
    {
        By = Text(answer, "By"),
        AnswerTime = DateTimeOffset.TryParse(Text(answer, "Time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
        Comment = Text(answer, "Comment"),
        IsApproved = isApproved,
    };

    private static JsonObject Answer(string? message, string by, DateTimeOffset time, string? comment) => JsonObject.Of(
        ("Message", Compilation.Asl.Optional(message)),
        ("By", by),
        ("Time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ("Comment", Compilation.Asl.Optional(comment)));

    private static string? Text(JsonValue? value, string name) => ((value as JsonObject)?[name] as JsonString)?.Value;
}
