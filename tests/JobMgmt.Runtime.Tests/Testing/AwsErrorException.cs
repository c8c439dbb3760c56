using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A service's refusal, as a client sees it.</summary>
internal sealed class AwsErrorException(int status, JsonObject body) : Exception(body.ToString())
{
    public int Status { get; } = status;

    public JsonObject Body { get; } = body;

    /// <summary>The code, cut at <c>#</c> as clients do.</summary>
    public string Code => ((JsonString)Body["__type"]!).Value.Split('#')[^1];

    public string? ServiceMessage => ((Body["message"] ?? Body["Message"]) as JsonString)?.Value;
}
