using System.Management.Automation;
using Amazon.Runtime;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Publish-RunJobStack: makes the shared state machines, document, roles, rules and log groups, or brings them up to date.</summary>
[Cmdlet(VerbsData.Publish, "RunJobStack", SupportsShouldProcess = true)]
[OutputType(typeof(RunJobStackChange))]
public sealed class PublishRunJobStackCommand : RunJobStackCmdlet
{
    /// <summary>The alert channels that get a rule and a log group.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Channel { get; set; }

    /// <summary>The channel of alerts that name none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DefaultChannel { get; set; }

    /// <summary>How long RunJob waits before it looks for a worker a second time; each further wait is twice as long.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? WorkerBusyInterval { get; set; }

    /// <summary>How often RunJob looks again for a worker.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int? WorkerBusyRetryCount { get; set; }

    /// <summary>Days that jobs' output and alerts are kept.</summary>
    [Parameter]
    [ValidateSet("1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int? LogRetentionInDays { get; set; }

    /// <summary>A bucket that gets the jobs' output as well.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputS3BucketName { get; set; }

    /// <summary>The key prefix in that bucket.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputS3KeyPrefix { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, StackOnTarget stack) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackOptions before = await stack.ReadOptionsAsync(cancellationToken).ConfigureAwait(false) ?? new RunJobStackOptions();
        RunJobStackOptions options = await KeepChannelsAsync(session, names, before, Choose(before), cancellationToken).ConfigureAwait(false);

        // All is compared before anything is changed: a name that is taken must not leave half a stack.
        IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)> parts = await stack.CompareAsync(options, cancellationToken).ConfigureAwait(false);
        (StackArtefact Artefact, RunJobStackState State) foreign = parts.FirstOrDefault(p => p.State == RunJobStackState.Foreign);
        if (foreign.Artefact is not null)
        {
            throw new CmdletFailure(RunJobStackErrors.ForeignResource(foreign.Artefact));
        }

        foreach ((StackArtefact artefact, RunJobStackState state) in parts)
        {
            await WriteChangeAsync(artefact, await BringAsync(stack.Deployer(artefact), artefact, state, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await RemoveObsoleteAsync(stack, before, parts, cancellationToken).ConfigureAwait(false);
        if (parts.All(p => p.State == RunJobStackState.Current))
        {
            PostVerbose($"The RunJob stack '{names.StackName}' is up to date; nothing was changed.");
        }
    }

    // Where a channel sends alerts is not known here, so leaving it out of a list must not throw that away.
    private async Task<RunJobStackOptions> KeepChannelsAsync(
        JobMgmtSession session, RunJobStackNames names, RunJobStackOptions before, RunJobStackOptions options, CancellationToken cancellationToken)
    {
        var directory = new ChannelDirectory(session, names);
        foreach (string channel in before.AllChannels().Except(options.AllChannels(), StringComparer.Ordinal))
        {
            if ((await directory.TargetsAsync(channel, cancellationToken).ConfigureAwait(false)).Any(target => target.Id != ChannelTargets.Log))
            {
                options = options with { Channels = options.Channels.Append(channel).ToArray() };
                PostWarning($"The alert channel '{channel}' is kept, though it is not named: it has targets. Remove-JobAlertChannel {channel} takes it away.");
            }
        }

        return options;
    }

    // What the stack had and no longer has: the rules of channels that were left out. Their alerts then fall to the rule for unknown ones.
    private async Task RemoveObsoleteAsync(
        StackOnTarget stack, RunJobStackOptions before, IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)> parts, CancellationToken cancellationToken)
    {
        foreach (StackArtefact artefact in stack.Artefacts(before).Where(a => !parts.Any(p => p.Artefact.Kind == a.Kind && p.Artefact.Name == a.Name)).Reverse())
        {
            RunJobStackState state = await stack.Deployer(artefact).CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
            if (state != RunJobStackState.Missing)
            {
                await WriteChangeAsync(artefact, await RemoveAsync(stack, artefact, state, includeLog: false, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
    }

    private async Task<RunJobStackAction> BringAsync(IArtefactDeployer deployer, StackArtefact artefact, RunJobStackState state, CancellationToken cancellationToken)
    {
        switch (state)
        {
            case RunJobStackState.Missing when await ShouldProcessAsync($"{artefact.Kind} {artefact.Name}", "Create").ConfigureAwait(false):
                return await CreateAsync(deployer, artefact, cancellationToken).ConfigureAwait(false);
            case RunJobStackState.Missing:
                return RunJobStackAction.Create;
            case RunJobStackState.Different when await ShouldProcessAsync($"{artefact.Kind} {artefact.Name}", "Update").ConfigureAwait(false):
                await deployer.UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
                return RunJobStackAction.Updated;
            case RunJobStackState.Different:
                return RunJobStackAction.Update;
            default:
                return RunJobStackAction.Unchanged;
        }
    }

    private async Task<RunJobStackAction> CreateAsync(IArtefactDeployer deployer, StackArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await deployer.CreateAsync(artefact, cancellationToken).ConfigureAwait(false);
            return RunJobStackAction.Created;
        }
        catch (AmazonServiceException e) when (e.ErrorCode?.Contains("AlreadyExists") == true || e is Amazon.DynamoDBv2.Model.ResourceInUseException)
        {
            // Somebody publishes at the same time and was first; what is there now may still be half of it.
            RunJobStackState state = await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
            return state switch
            {
                RunJobStackState.Missing => throw new CmdletFailure(ErrorRecords.From(e, artefact.Name)),
                RunJobStackState.Foreign => throw new CmdletFailure(RunJobStackErrors.ForeignResource(artefact)),
                _ => await BringAsync(deployer, artefact, state, cancellationToken).ConfigureAwait(false),
            };
        }
    }

    private RunJobStackOptions Choose(RunJobStackOptions there) => there with
    {
        Channels = Channel ?? there.Channels,
        DefaultChannel = DefaultChannel ?? there.DefaultChannel,
        WorkerBusyIntervalSeconds = WorkerBusyInterval is { } interval ? Math.Max(1, (int)Math.Ceiling(interval.TotalSeconds)) : there.WorkerBusyIntervalSeconds,
        WorkerBusyMaxAttempts = WorkerBusyRetryCount ?? there.WorkerBusyMaxAttempts,
        JobLogRetentionInDays = LogRetentionInDays ?? there.JobLogRetentionInDays,
        AlertLogRetentionInDays = LogRetentionInDays ?? there.AlertLogRetentionInDays,
        OutputS3BucketName = OutputS3BucketName ?? there.OutputS3BucketName,
        OutputS3KeyPrefix = OutputS3KeyPrefix ?? there.OutputS3KeyPrefix,
    };
}
