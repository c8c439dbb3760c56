using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>An IAM role: who may assume it, and its inline policies.</summary>
public sealed record RoleArtefact : StackArtefact
{
    internal RoleArtefact(string name, string arn, string description, JsonObject assumeRolePolicyDocument, IReadOnlyDictionary<string, JsonObject> policies)
        : base(name, arn, description)
    {
        AssumeRolePolicyDocument = assumeRolePolicyDocument;
        Policies = policies;
    }

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.Role;

    /// <summary>The trust policy.</summary>
    public JsonObject AssumeRolePolicyDocument { get; }

    /// <summary>The inline policies by name; any other inline policy of the role is not ours.</summary>
    public IReadOnlyDictionary<string, JsonObject> Policies { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(
        ("AssumeRolePolicyDocument", AssumeRolePolicyDocument),
        ("Policies", new JsonObject(Policies.OrderBy(policy => policy.Key, StringComparer.Ordinal)
            .Select(policy => new KeyValuePair<string, JsonValue>(policy.Key, policy.Value)))));
}
