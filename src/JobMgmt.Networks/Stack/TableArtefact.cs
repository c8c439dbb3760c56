using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>A DynamoDB table with one text key, paid by request.</summary>
public sealed record TableArtefact : StackArtefact
{
    internal TableArtefact(string name, string arn, string description, string key)
        : base(name, arn, description)
        => Key = key;

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.Table;

    /// <summary>The attribute that is the key.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(
        ("AttributeDefinitions", new JsonArray(new JsonValue[] { JsonObject.Of(("AttributeName", Key), ("AttributeType", "S")) })),
        ("KeySchema", new JsonArray(new JsonValue[] { JsonObject.Of(("AttributeName", Key), ("KeyType", "HASH")) })),
        ("BillingMode", "PAY_PER_REQUEST"));
}
