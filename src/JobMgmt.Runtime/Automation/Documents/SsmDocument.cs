using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A document, of all its versions.</summary>
internal sealed record SsmDocument
{
    public required string Name { get; init; }

    /// <summary><c>Automation</c> or <c>Command</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Null: this account's own.</summary>
    public string? Owner { get; init; }

    public string? TargetType { get; init; }

    public string? DisplayName { get; init; }

    public required DateTimeOffset Created { get; init; }

    public long DefaultVersion { get; init; } = 1;

    public long LatestVersion { get; init; } = 1;

    /// <summary><c>[{Key, Value}]</c>.</summary>
    public JsonArray Tags { get; init; } = JsonArray.Empty;
}
