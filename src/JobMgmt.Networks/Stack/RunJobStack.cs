namespace JobMgmt.Networks.Stack;

/// <summary>The shared resources that every network of a stack uses.</summary>
public static class RunJobStack
{
    /// <summary>
    /// All artefacts of a stack, each after those that it needs: create and update in this order, delete in reverse. The same names and options
    /// always give equal artefacts, so that publishing twice changes nothing.
    /// </summary>
    /// <param name="names">The stack's names.</param>
    /// <param name="options">The user's choices; null: the defaults.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public static IReadOnlyList<StackArtefact> Artefacts(RunJobStackNames names, RunJobStackOptions? options = null)
    {
        options ??= new RunJobStackOptions();
        options.Check();
        return ChannelRules.LogGroups(names, options)
            .Append(new TableArtefact(names.LockTable, names.LockTableArn, "Who holds the jobs' locks, and who waits for them.", LockItem.Key) { Tags = StackTags.OfStack(names) })
            .Append(new TableArtefact(names.AlertTable, names.AlertTableArn, "Which networks fail, which failures are folded, and which workers are lost.", AlertTable.Key) { Tags = StackTags.OfStack(names) })
            .Concat(StackRoles.Artefacts(names))
            .Append(RunShellScriptDocument.Artefact(names, options))
            .Append(RunJobStateMachine.Artefact(names, options))
            .Append(SendDigestStateMachine.Artefact(names))
            .Append(SendFailEventStateMachine.Artefact(names, options))
            .Append(SendRecoveredStateMachine.Artefact(names))
            .Append(StopJobsStateMachine.Artefact(names))
            .Append(JobGateStateMachine.Artefact(names))
            .Append(WatchDeadlineStateMachine.Artefact(names))
            .Append(StartNetworkStateMachine.Artefact(names))
            .Append(new ScheduleGroupArtefact(names.ScheduleGroup, names.ScheduleGroupArn, "The schedules of the networks' triggers.") { Tags = StackTags.OfStack(names) })
            .Append(RunAlertCommandStateMachine.Artefact(names, options))
            .Concat(ChannelRules.Rules(names, options))
            .ToArray();
    }
}
