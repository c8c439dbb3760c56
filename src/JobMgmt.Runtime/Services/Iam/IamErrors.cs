namespace JobMgmt.Runtime.Services.Iam;

/// <summary>IAM's refusals.</summary>
internal static class IamErrors
{
    public static ServiceException NoRole(string name) => new("NoSuchEntity", $"The role with name {name} cannot be found.", 404);

    public static ServiceException NoPolicy(string name) => new("NoSuchEntity", $"The role policy with name {name} cannot be found.", 404);

    public static ServiceException RoleExists(string name) => new("EntityAlreadyExists", $"Role with name {name} already exists.", 409);

    public static ServiceException HasPolicies => new("DeleteConflict", "Cannot delete entity, must delete policies first.", 409);

    public static ServiceException BadPolicy => new("MalformedPolicyDocument", "This policy contains invalid Json");
}
