using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>A CloudWatch Logs resource policy (PutResourcePolicy); without it EventBridge can't write to a log group.</summary>
public sealed record LogResourcePolicyArtefact : StackArtefact
{
    internal LogResourcePolicyArtefact(string name, string description, JsonObject policyDocument)
        : base(name, name, description)
        => PolicyDocument = policyDocument;

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.LogResourcePolicy;

    /// <summary>The policy.</summary>
    public JsonObject PolicyDocument { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(("policyDocument", PolicyDocument));
}
