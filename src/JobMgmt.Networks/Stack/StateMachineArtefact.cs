using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>A Standard state machine.</summary>
public sealed record StateMachineArtefact : StackArtefact
{
    internal StateMachineArtefact(string name, string arn, string description, JsonObject definition, string roleArn)
        : base(name, arn, description)
    {
        Definition = definition;
        RoleArn = roleArn;
    }

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.StateMachine;

    /// <summary>The definition in the Amazon States Language.</summary>
    public JsonObject Definition { get; }

    /// <summary>The role that the state machine runs with.</summary>
    public string RoleArn { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(("definition", Definition), ("roleArn", RoleArn));
}
