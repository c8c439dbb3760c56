using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Approve-JobRun: lets held jobs run.</summary>
[Cmdlet(VerbsLifecycle.Approve, "JobRun", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByName)]
[OutputType(typeof(JobRun))]
public sealed class ApproveJobRunCommand : HoldAnswerCmdlet
{
    /// <inheritdoc/>
    private protected override string Question => "Approve the job, which then runs";

    /// <inheritdoc/>
    private protected override Task AnswerAsync(JobMgmtSession session, string taskToken, string by, DateTimeOffset time, CancellationToken cancellationToken)
        => session.StepFunctions.SendTaskSuccessAsync(
            new SendTaskSuccessRequest { TaskToken = taskToken, Output = JobHold.Approval(by, time, Comment).ToString() }, cancellationToken);
}
