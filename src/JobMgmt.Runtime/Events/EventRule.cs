using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>A rule of the default bus, its pattern parsed.</summary>
internal sealed record EventRule(string Name, string? PatternText, string? Schedule, string State, string? Description, string? RoleArn, JsonObject Tags)
{
    private readonly EventPattern? _pattern = PatternText is null ? null : EventPattern.Parse(PatternText);

    /// <summary>Whether an event goes to the rule's targets.</summary>
    public bool Matches(JsonObject envelope) => State == "ENABLED" && _pattern is not null && _pattern.Matches(envelope);

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
