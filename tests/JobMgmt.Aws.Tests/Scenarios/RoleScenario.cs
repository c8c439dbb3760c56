using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A role's life with its trust, an inline policy and tags.</summary>
public static class RoleScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var iam = session.Iam;
        const string trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:SendCommand","Resource":"*"}]}""";
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "live", AssumeRolePolicyDocument = trust, Tags = [new Tag { Key = "k", Value = "v" }] });
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "live", PolicyName = "p", PolicyDocument = policy });
        await iam.TagRoleAsync(new TagRoleRequest { RoleName = "live", Tags = [new Tag { Key = "k2", Value = "v2" }] });
        var role = await iam.GetRoleAsync(new GetRoleRequest { RoleName = "live" });
        var read = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "live", PolicyName = "p" });
        var names = await iam.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = "live" }).PolicyNames.ToListAsync();
        var tags = await iam.Paginators.ListRoleTags(new ListRoleTagsRequest { RoleName = "live" }).Tags.ToListAsync();

        Assert.Equal(trust, Uri.UnescapeDataString(role.Role.AssumeRolePolicyDocument!));
        Assert.Equal(policy, Uri.UnescapeDataString(read.PolicyDocument));
        Assert.Equal(["p"], names);
        Assert.Equal(["k", "k2"], tags.Select(tag => tag.Key));
        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "live", AssumeRolePolicyDocument = trust }));
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "live", PolicyName = "p" });
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "live" });
        await Assert.ThrowsAsync<NoSuchEntityException>(() => iam.GetRoleAsync(new GetRoleRequest { RoleName = "live" }));
    }
}
