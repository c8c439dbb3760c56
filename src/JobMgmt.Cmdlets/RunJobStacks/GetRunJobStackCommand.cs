using System.Management.Automation;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Get-RunJobStack: the published stack with its options.</summary>
[Cmdlet(VerbsCommon.Get, "RunJobStack")]
[OutputType(typeof(PublishedRunJobStack))]
public sealed class GetRunJobStackCommand : RunJobStackCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (_, RunJobStackNames names, StackOnTarget stack) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        if (await stack.ReadOptionsAsync(cancellationToken).ConfigureAwait(false) is not { } options)
        {
            await WriteErrorAsync(RunJobStackErrors.StackNotPublished(names)).ConfigureAwait(false);
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
