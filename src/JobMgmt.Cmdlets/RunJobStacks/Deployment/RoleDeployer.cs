using JobMgmt.Aws.IdentityManagement;
using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>IAM roles with their inline policies.</summary>
internal sealed class RoleDeployer(IAmazonIdentityManagementService iam) : ArtefactDeployer<RoleArtefact>
{
    protected override async Task<RunJobStackState> CompareAsync(RoleArtefact artefact, CancellationToken cancellationToken)
    {
        Role role;
        try
        {
            role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = artefact.Name }, cancellationToken).ConfigureAwait(false)).Role;
        }
        catch (NoSuchEntityException)
        {
            return RunJobStackState.Missing;
        }

        List<Tag> tags = (await iam.ListRoleTagsAsync(new ListRoleTagsRequest { RoleName = artefact.Name }, cancellationToken).ConfigureAwait(false)).Tags ?? [];
        if (!IsOurs(artefact, tags.Select(t => (t.Key, t.Value))))
        {
            return RunJobStackState.Foreign;
        }

        bool same = SameJson(Decode(role.AssumeRolePolicyDocument), artefact.AssumeRolePolicyDocument);
        HashSet<string> there = await PolicyNamesAsync(artefact.Name, cancellationToken).ConfigureAwait(false);
        foreach (KeyValuePair<string, StatesLanguage.Json.JsonObject> policy in artefact.Policies.Where(_ => same))
        {
            same = there.Contains(policy.Key) && SameJson(
                Decode((await iam.GetRolePolicyAsync(
                    new GetRolePolicyRequest { RoleName = artefact.Name, PolicyName = policy.Key }, cancellationToken).ConfigureAwait(false)).PolicyDocument),
                policy.Value);
        }

        return Compared(same);
    }

    protected override async Task CreateAsync(RoleArtefact artefact, CancellationToken cancellationToken)
    {
        await iam.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = artefact.Name,
                AssumeRolePolicyDocument = artefact.AssumeRolePolicyDocument.ToString(),
                Description = artefact.Description,
                Tags = artefact.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList(),
            },
            cancellationToken).ConfigureAwait(false);
        await PutPoliciesAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task UpdateAsync(RoleArtefact artefact, CancellationToken cancellationToken)
    {
        await iam.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest { RoleName = artefact.Name, PolicyDocument = artefact.AssumeRolePolicyDocument.ToString() },
            cancellationToken).ConfigureAwait(false);
        await PutPoliciesAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task DeleteAsync(RoleArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            // All of them, also those that were added to the role for a dead-letter queue: they are in no other place than the role, and IAM deletes none that has any.
            foreach (string policy in await PolicyNamesAsync(artefact.Name, cancellationToken).ConfigureAwait(false))
            {
                await iam.DeleteRolePolicyAsync(
                    new DeleteRolePolicyRequest { RoleName = artefact.Name, PolicyName = policy }, cancellationToken).ConfigureAwait(false);
            }

            await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
        }
    }

    private async Task PutPoliciesAsync(RoleArtefact artefact, CancellationToken cancellationToken)
    {
        foreach (KeyValuePair<string, StatesLanguage.Json.JsonObject> policy in artefact.Policies)
        {
            await iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = artefact.Name, PolicyName = policy.Key, PolicyDocument = policy.Value.ToString() },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HashSet<string>> PolicyNamesAsync(string role, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (string name in iam.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = role })
            .PolicyNames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            names.Add(name);
        }

        return names;
    }

    // IAM answers policies URL-encoded (RFC 3986), whatever way they were sent.
    private static string? Decode(string? policy) => policy is null ? null : Uri.UnescapeDataString(policy);
}
