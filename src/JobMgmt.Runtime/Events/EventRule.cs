using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>A rule of the default bus.</summary>
internal sealed record EventRule(string Name, string? PatternText, string? Schedule, string State, string? Description, string? RoleArn, JsonObject Tags)
{
    /// <summary>Whether it sends anything.</summary>
    public bool IsEnabled => State != "DISABLED";

    /// <summary>Its pattern, parsed; null where it has a schedule alone.</summary>
    public EventPattern? Pattern() => PatternText is null ? null : EventPattern.Parse(PatternText);

    public JsonObject Describe(Hosting.RuntimeIdentity identity) => JsonObject.Of(
        ("Name", Name),
        ("Arn", ArnOf(identity, Name)),
        ("EventPattern", PatternText),
        ("ScheduleExpression", Schedule),
        ("State", State),
        ("Description", Description),
        ("RoleArn", RoleArn),
        ("EventBusName", "default"));

    public static string ArnOf(Hosting.RuntimeIdentity identity, string name) => identity.Arn("events", $"rule/{name}");
}
