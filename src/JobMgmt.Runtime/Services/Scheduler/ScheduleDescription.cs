using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Scheduler;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>Schedules and groups as answers show them.</summary>
internal sealed class ScheduleDescription(RuntimeIdentity identity)
{
    public JsonObject Of(Schedule schedule) => schedule.Definition.Aggregate(Identity(schedule), (all, member) => all.With(member.Key, member.Value));

    public JsonObject Summary(Schedule schedule) =>
        Identity(schedule).With("State", schedule.State).With("Target", JsonObject.Of(("Arn", schedule.Target["Arn"])));

    public JsonObject Of(ScheduleGroup group) => JsonObject.Of(
        ("Arn", group.Arn(identity)),
        ("CreationDate", group.Created?.EpochSeconds()),
        ("LastModificationDate", group.Modified?.EpochSeconds()),
        ("Name", group.Name),
        ("State", "ACTIVE"));

    private JsonObject Identity(Schedule schedule) => JsonObject.Of(
        ("Arn", schedule.Arn(identity)),
        ("CreationDate", schedule.Created.EpochSeconds()),
        ("GroupName", schedule.Group),
        ("LastModificationDate", schedule.Modified.EpochSeconds()),
        ("Name", schedule.Name));
}
