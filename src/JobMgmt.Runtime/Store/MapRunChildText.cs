using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>An EXPRESS child that has ended, as its Map Run keeps it.</summary>
internal static class MapRunChildText
{
    public static string Of(ExecutionRecord ended) => JsonObject.Of(
        ("arn", ended.Arn),
        ("name", ended.Name),
        ("machine", ended.StateMachineArn),
        ("started", ended.Started.ToUnixTimeMilliseconds()),
        ("stopped", ended.Stopped?.ToUnixTimeMilliseconds()),
        ("input", ended.Input),
        ("output", ended.Output),
        ("error", ended.Error),
        ("cause", ended.Cause)).ToString();

    /// <param name="text">The text; null for one that never started.</param>
    /// <param name="status">Its status.</param>
    /// <param name="input">The input of one that never started.</param>
    public static ExecutionRecord Read(string? text, string status, string? input)
    {
        var item = text is null ? JsonObject.Empty : (JsonObject)JsonValue.Parse(text);
        return new ExecutionRecord(
            0, Text("arn") ?? "", Text("name") ?? "", Text("machine") ?? "", "", 0, status, Instant("started") ?? DateTimeOffset.UnixEpoch, Instant("stopped"),
            Text("input") ?? input ?? "null", Text("output"), Text("error"), Text("cause"), null);

        string? Text(string name) => (item[name] as JsonString)?.Value;

        DateTimeOffset? Instant(string name) => item[name] is JsonNumber number ? DateTimeOffset.FromUnixTimeMilliseconds((long)number.ToDouble()) : null;
    }
}
