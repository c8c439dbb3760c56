using System.Management.Automation;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Test-RunJobStack: compares each artefact of the stack with what it should be.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RunJobStack")]
[OutputType(typeof(RunJobStackPart), typeof(bool))]
public sealed class TestRunJobStackCommand : RunJobStackCmdlet
{
    /// <summary>Answers true or false instead: whether all is as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (_, _, StackOnTarget stack) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await stack.ReadOptionsAsync(cancellationToken).ConfigureAwait(false) ?? new RunJobStackOptions();
        IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)> parts = await stack.CompareAsync(options, cancellationToken).ConfigureAwait(false);
        if (Quiet)
        {
            await WriteObjectAsync(parts.All(p => p.State == RunJobStackState.Current)).ConfigureAwait(false);
            return;
        }

        await WriteObjectsAsync(parts.Select(p => new RunJobStackPart
        {
            Kind = p.Artefact.Kind.ToString(), Name = p.Artefact.Name, State = p.State, Arn = p.Artefact.Arn, Description = p.Artefact.Description,
        })).ConfigureAwait(false);
    }
}
