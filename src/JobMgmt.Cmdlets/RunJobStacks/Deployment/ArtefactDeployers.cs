using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>The deployer for each kind of artefact.</summary>
internal sealed class ArtefactDeployers(JobMgmtSession session)
{
    /// <summary>The one for an artefact.</summary>
    public IArtefactDeployer For(StackArtefact artefact) => artefact.Kind switch
    {
        StackArtefactKind.LogGroup => new LogGroupDeployer(session.Logs),
        StackArtefactKind.LogResourcePolicy => new LogResourcePolicyDeployer(session.Logs),
        StackArtefactKind.Role => new RoleDeployer(session.Iam),
        StackArtefactKind.Document => new DocumentDeployer(session.Ssm),
        StackArtefactKind.StateMachine => new StateMachineDeployer(session.StepFunctions),
        StackArtefactKind.Table => new TableDeployer(session.DynamoDb),
        StackArtefactKind.ScheduleGroup => new ScheduleGroupDeployer(session.Scheduler),
        StackArtefactKind.Rule => new RuleDeployer(session.EventBridge),
        _ => throw new NotSupportedException($"No deployer for {artefact.Kind}."),
    };
}
