using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>The shapes in which documents are told.</summary>
internal sealed class DocumentDescription(RuntimeIdentity identity)
{
    private static readonly JsonArray _linuxAndMacOS = new(["Linux", "MacOS"]);
    private static readonly JsonArray _all = new(["Windows", "Linux", "MacOS"]);

    /// <summary>DocumentDescription.</summary>
    public JsonObject Describe(SsmDocument document, SsmDocumentVersion version, string status = "Active") => JsonObject.Of(
        ("Hash", version.Hash),
        ("HashType", "Sha256"),
        ("Name", document.Name),
        ("DisplayName", Optional(document.DisplayName)),
        ("VersionName", Optional(version.VersionName)),
        ("Owner", Owner(document)),
        ("CreatedDate", version.Created.EpochSeconds()),
        ("Status", status),
        ("StatusInformation", Optional(version.StatusInformation)),
        ("DocumentVersion", Number(version.Version)),
        ("Description", Optional(version.Description)),
        ("Parameters", version.Parameters.Count == 0 ? null : version.Parameters),
        ("PlatformTypes", Platforms(document)),
        ("DocumentType", document.Type),
        ("SchemaVersion", Optional(version.SchemaVersion.Length == 0 ? null : version.SchemaVersion)),
        ("LatestVersion", Number(document.LatestVersion)),
        ("DefaultVersion", Number(document.DefaultVersion)),
        ("DocumentFormat", version.Format),
        ("TargetType", Optional(document.TargetType)),
        ("Tags", document.Tags));

    /// <summary>DocumentIdentifier.</summary>
    public JsonObject Identify(SsmDocument document, SsmDocumentVersion version) => JsonObject.Of(
        ("Name", document.Name),
        ("CreatedDate", document.Created.EpochSeconds()),
        ("DisplayName", Optional(document.DisplayName)),
        ("Owner", Owner(document)),
        ("VersionName", Optional(version.VersionName)),
        ("PlatformTypes", Platforms(document)),
        ("DocumentVersion", Number(version.Version)),
        ("DocumentType", document.Type),
        ("SchemaVersion", Optional(version.SchemaVersion.Length == 0 ? null : version.SchemaVersion)),
        ("DocumentFormat", version.Format),
        ("TargetType", Optional(document.TargetType)),
        ("Tags", document.Tags));

    public string Owner(SsmDocument document) => document.Owner ?? identity.Account;

    public static JsonArray Platforms(SsmDocument document) =>
        document.Name == "AWS-RunShellScript" && document.Owner is not null ? _linuxAndMacOS : _all;

    private static JsonValue? Optional(string? text) => text is null ? null : new JsonString(text);

    public static string Number(long version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
