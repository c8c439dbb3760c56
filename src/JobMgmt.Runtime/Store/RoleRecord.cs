using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>An IAM role.</summary>
/// <param name="Tags">As the API shows them: a list of Key and Value.</param>
internal sealed record RoleRecord(
    string Name, string RoleId, string Path, string TrustPolicy, string? Description, long MaxSessionDuration, DateTimeOffset Created, JsonArray Tags);
