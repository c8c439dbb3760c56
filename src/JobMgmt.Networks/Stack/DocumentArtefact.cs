using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>An SSM document of type Automation, in JSON.</summary>
public sealed record DocumentArtefact : StackArtefact
{
    internal DocumentArtefact(string name, string arn, string description, JsonObject content)
        : base(name, arn, description)
        => Content = content;

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.Document;

    /// <summary>The document's content; create it with DocumentType <c>Automation</c> and DocumentFormat <c>JSON</c>.</summary>
    public JsonObject Content { get; }

    /// <inheritdoc/>
    public override JsonObject Body => Content;
}
