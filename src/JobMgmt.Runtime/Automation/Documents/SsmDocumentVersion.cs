using System.Security.Cryptography;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A version of a document; its content never changes.</summary>
internal sealed record SsmDocumentVersion
{
    public required string Name { get; init; }

    /// <summary>From 1.</summary>
    public long Version { get; init; } = 1;

    public string? VersionName { get; init; }

    /// <summary><c>YAML</c> or <c>JSON</c>.</summary>
    public required string Format { get; init; }

    /// <summary>As it was sent.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Description { get; init; }

    public required string SchemaVersion { get; init; }

    /// <summary><c>[{Name, Type, Description, DefaultValue}]</c>, as DescribeDocument shows them.</summary>
    public JsonArray Parameters { get; init; } = JsonArray.Empty;

    /// <summary>What is served here although AWS refuses it today; null if nothing.</summary>
    public string? StatusInformation { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
}
