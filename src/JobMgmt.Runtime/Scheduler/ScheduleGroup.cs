using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>A group of schedules.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made; null for the default group.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Tags">One member a tag.</param>
internal sealed record ScheduleGroup(string Name, DateTimeOffset? Created, DateTimeOffset? Modified, JsonObject Tags)
{
    /// <summary>The group of schedules that name none.</summary>
    public const string Default = "default";

    public string Arn(RuntimeIdentity identity) => identity.Arn("scheduler", $"schedule-group/{Name}");
}
