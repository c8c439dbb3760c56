using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>The error records that speak of RunJob stacks; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class RunJobStackErrors
{
    public static ErrorRecord ForeignResource(StackArtefact artefact) => ErrorRecords.Make(
        "RunJobStackForeignResource", ErrorCategory.ResourceExists, artefact.Name,
        $"{artefact.Kind} '{artefact.Name}' exists and was not made by this RunJob stack (it lacks the tag {StackTags.Stack}). Nothing was changed. "
        + "Publish with another -Prefix, or delete that resource if it is not needed.");

    public static ErrorRecord StackNotPublished(RunJobStackNames names) => ErrorRecords.Make(
        "RunJobStackNotPublished", ErrorCategory.ObjectNotFound, names.StackName,
        $"The RunJob stack '{names.StackName}' is not published in {names.Region}. Publish-RunJobStack makes it.");

    public static ErrorRecord StackInUse(RunJobStackNames names, IReadOnlyList<string> networks) => ErrorRecords.Make(
        "RunJobStackInUse", ErrorCategory.ResourceBusy, names.StackName,
        $"{networks.Count} job network(s) use the RunJob stack '{names.StackName}': {string.Join(", ", networks.Take(5))}{(networks.Count > 5 ? ", ..." : "")}. "
        + "Remove them first (Remove-JobNetwork), or use -Force.");
}
