namespace JobMgmt.Runtime.Services.Iam;

/// <summary>AWS Identity and Access Management (API 2010-05-08): roles and their inline policies are kept, not enforced.</summary>
internal static class IamService
{
    public static IServiceCollection AddIam(this IServiceCollection services) =>
        services.AddSingleton<RoleDescription>()
            .AddOperation<CreateRoleOperation>("iam", "CreateRole")
            .AddOperation<GetRoleOperation>("iam", "GetRole")
            .AddOperation<ListRolesOperation>("iam", "ListRoles")
            .AddOperation<UpdateRoleOperation>("iam", "UpdateRole")
            .AddOperation<UpdateAssumeRolePolicyOperation>("iam", "UpdateAssumeRolePolicy")
            .AddOperation<DeleteRoleOperation>("iam", "DeleteRole")
            .AddOperation<PutRolePolicyOperation>("iam", "PutRolePolicy")
            .AddOperation<GetRolePolicyOperation>("iam", "GetRolePolicy")
            .AddOperation<ListRolePoliciesOperation>("iam", "ListRolePolicies")
            .AddOperation<DeleteRolePolicyOperation>("iam", "DeleteRolePolicy")
            .AddOperation<ListAttachedRolePoliciesOperation>("iam", "ListAttachedRolePolicies")
            .AddOperation<ListInstanceProfilesForRoleOperation>("iam", "ListInstanceProfilesForRole")
            .AddOperation<TagRoleOperation>("iam", "TagRole")
            .AddOperation<UntagRoleOperation>("iam", "UntagRole")
            .AddOperation<ListRoleTagsOperation>("iam", "ListRoleTags");
}
