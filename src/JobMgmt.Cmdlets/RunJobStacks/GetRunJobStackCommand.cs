using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Get-RunJobStack: the published stack with its options.</summary>
[Cmdlet(VerbsCommon.Get, "RunJobStack")]
[OutputType(typeof(PublishedRunJobStack))]
public sealed class GetRunJobStackCommand : JobMgmtCmdlet
{
    /// <summary>The stack's prefix; the connection's when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^([A-Za-z0-9][A-Za-z0-9_-]{0,15})?$")]
    public string? Prefix { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, Prefix, cancellationToken).ConfigureAwait(false);
        if (await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false) is not { } options)
        {
            await WriteErrorAsync(ErrorRecords.StackNotPublished(names)).ConfigureAwait(false);
            return;
        }

        await WriteObjectAsync(new PublishedRunJobStack
        {
            StackName = names.StackName,
            Prefix = names.Prefix,
            Region = names.Region,
            Channel = options.AllChannels().ToArray(),
            DefaultChannel = options.DefaultChannel,
            WorkerBusyInterval = TimeSpan.FromSeconds(options.WorkerBusyIntervalSeconds),
            WorkerBusyRetryCount = options.WorkerBusyMaxAttempts,
            LogRetentionInDays = options.JobLogRetentionInDays,
            RunJobArn = names.RunJobArn,
            SendFailEventArn = names.SendFailEventArn,
            DocumentName = names.RunShellScriptOnOneInstance,
            LogGroupName = names.JobLogGroup,
        }).ConfigureAwait(false);
    }
}
