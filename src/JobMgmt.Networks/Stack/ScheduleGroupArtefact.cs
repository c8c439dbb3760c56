using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>A group of EventBridge Scheduler, for the schedules of the stack's triggers. A group is its name and tags alone; it is deleted with its schedules.</summary>
public sealed record ScheduleGroupArtefact : StackArtefact
{
    internal ScheduleGroupArtefact(string name, string arn, string description)
        : base(name, arn, description)
    {
    }

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.ScheduleGroup;

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(("Name", Name));
}
