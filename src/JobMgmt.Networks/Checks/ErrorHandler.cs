using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>A retrier or a catcher: the errors that it takes, and where a catcher leads.</summary>
internal sealed record ErrorHandler(IReadOnlyList<string> Errors, string? Next, string Location)
{
    internal static ErrorHandler Of(JsonValue item, string location) => new(
        ((item as JsonObject)?["ErrorEquals"] as JsonArray)?.OfType<JsonString>().Select(error => error.Value).ToArray() ?? Array.Empty<string>(),
        ((item as JsonObject)?["Next"] as JsonString)?.Value,
        location);

    /// <summary>Whether an error would be taken. <c>States.TaskFailed</c> stands for every error but a timeout.</summary>
    internal bool Takes(string error) => Errors.Any(name =>
        name == error || name == "States.ALL" || (name == "States.TaskFailed" && error is not ("States.Timeout" or "States.HeartbeatTimeout" or "States.ALL")));

    /// <summary>Whether handlers together take whatever a job can fail with.</summary>
    internal static bool TakeAll(IReadOnlyList<ErrorHandler> handlers) =>
        handlers.Any(handler => handler.Errors.Contains("States.ALL"))
        || (handlers.Any(handler => handler.Errors.Contains("States.TaskFailed")) && handlers.Any(handler => handler.Takes("States.Timeout")));

    /// <summary>The handlers that can be used: some error of theirs is not taken by those before.</summary>
    internal static IEnumerable<ErrorHandler> Usable(IReadOnlyList<ErrorHandler> handlers) =>
        handlers.Where((handler, i) => handler.Errors.Count == 0 || handler.Errors.Any(error => !handlers.Take(i).Any(earlier => earlier.Takes(error))));
}
