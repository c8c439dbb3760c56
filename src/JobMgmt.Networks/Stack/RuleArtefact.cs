using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>An EventBridge rule on the default bus with our targets; targets that users add to it are left alone.</summary>
public sealed record RuleArtefact : StackArtefact
{
    internal RuleArtefact(string name, string arn, string description, JsonObject eventPattern, IReadOnlyList<RuleTarget> targets)
        : base(name, arn, description)
    {
        EventPattern = eventPattern;
        Targets = targets;
    }

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.Rule;

    /// <summary>Which events the rule takes.</summary>
    public JsonObject EventPattern { get; }

    /// <summary>Our targets, by <see cref="RuleTarget.Id"/>.</summary>
    public IReadOnlyList<RuleTarget> Targets { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(
        ("EventPattern", EventPattern),
        ("Targets", new JsonArray(Targets.Select(target => (JsonValue)JsonObject.Of(
            ("Id", target.Id), ("Arn", target.Arn), ("RoleArn", target.RoleArn))))));
}
