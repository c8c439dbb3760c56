using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Deny-JobRun: fails held jobs without running them.</summary>
[Cmdlet(VerbsLifecycle.Deny, "JobRun", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByName)]
[OutputType(typeof(JobRun))]
public sealed class DenyJobRunCommand : HoldAnswerCmdlet
{
    /// <inheritdoc/>
    private protected override string Question => "Deny the job, which then fails";

    /// <inheritdoc/>
    private protected override Task AnswerAsync(JobMgmtSession session, string taskToken, string by, DateTimeOffset time, CancellationToken cancellationToken)
        => session.StepFunctions.SendTaskFailureAsync(
            new SendTaskFailureRequest { TaskToken = taskToken, Error = JobErrors.JobDenied, Cause = JobHold.Denial(by, time, Comment).ToString() }, cancellationToken);
}
