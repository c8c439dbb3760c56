using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>Roles as the API shows them.</summary>
internal sealed class RoleDescription(RuntimeIdentity identity)
{
    /// <summary>With everything, as CreateRole and GetRole show one; ListRoles leaves the tags out.</summary>
    public JsonObject Of(RoleRecord role, bool withTags = true) => JsonObject.Of(
        ("Path", role.Path),
        ("RoleName", role.Name),
        ("RoleId", role.RoleId),
        ("Arn", $"arn:aws:iam::{identity.Account}:role{role.Path}{role.Name}"),
        ("CreateDate", role.Created.EpochSeconds()),
        ("AssumeRolePolicyDocument", role.TrustPolicy),
        ("Description", role.Description is { } text ? text : (JsonValue?)null),
        ("MaxSessionDuration", role.MaxSessionDuration),
        ("Tags", withTags && role.Tags.Count > 0 ? role.Tags : null));
}
