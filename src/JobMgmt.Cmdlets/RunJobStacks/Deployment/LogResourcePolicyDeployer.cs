using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>CloudWatch Logs resource policies. They carry no tags: the name alone says whose one is.</summary>
internal sealed class LogResourcePolicyDeployer(IAmazonCloudWatchLogs logs) : ArtefactDeployer<LogResourcePolicyArtefact>
{
    protected override async Task<RunJobStackState> CompareAsync(LogResourcePolicyArtefact artefact, CancellationToken cancellationToken)
    {
        await foreach (ResourcePolicy policy in logs.Paginators.DescribeResourcePolicies(new DescribeResourcePoliciesRequest())
            .ResourcePolicies.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (policy.PolicyName == artefact.Name)
            {
                return Compared(SameJson(policy.PolicyDocument, artefact.PolicyDocument));
            }
        }

        return RunJobStackState.Missing;
    }

    protected override Task CreateAsync(LogResourcePolicyArtefact artefact, CancellationToken cancellationToken)
        => logs.PutResourcePolicyAsync(
            new PutResourcePolicyRequest { PolicyName = artefact.Name, PolicyDocument = artefact.PolicyDocument.ToString() }, cancellationToken);

    protected override Task UpdateAsync(LogResourcePolicyArtefact artefact, CancellationToken cancellationToken) => CreateAsync(artefact, cancellationToken);

    protected override async Task DeleteAsync(LogResourcePolicyArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await logs.DeleteResourcePolicyAsync(new DeleteResourcePolicyRequest { PolicyName = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
        }
    }
}
