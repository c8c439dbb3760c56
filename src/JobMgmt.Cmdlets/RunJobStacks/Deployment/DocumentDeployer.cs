using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>Automation documents. The newest version is always made the default one, which is what executions start.</summary>
internal sealed class DocumentDeployer(IAmazonSimpleSystemsManagement ssm) : ArtefactDeployer<DocumentArtefact>
{
    protected override async Task<RunJobStackState> CompareAsync(DocumentArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            GetDocumentResponse document = await ssm.GetDocumentAsync(
                new GetDocumentRequest { Name = artefact.Name, DocumentFormat = DocumentFormat.JSON }, cancellationToken).ConfigureAwait(false);
            ListTagsForResourceResponse tags = await ssm.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceType = ResourceTypeForTagging.Document, ResourceId = artefact.Name }, cancellationToken).ConfigureAwait(false);
            return IsOurs(artefact, (tags.TagList ?? []).Select(t => (t.Key, t.Value)))
                ? Compared(SameJson(document.Content, artefact.Content))
                : RunJobStackState.Foreign;
        }
        catch (InvalidDocumentException)
        {
            return RunJobStackState.Missing;
        }
    }

    protected override Task CreateAsync(DocumentArtefact artefact, CancellationToken cancellationToken)
        => ssm.CreateDocumentAsync(
            new CreateDocumentRequest
            {
                Name = artefact.Name,
                Content = artefact.Content.ToString(),
                DocumentFormat = DocumentFormat.JSON,
                DocumentType = DocumentType.Automation,
                Tags = artefact.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList(),
            },
            cancellationToken);

    protected override async Task UpdateAsync(DocumentArtefact artefact, CancellationToken cancellationToken)
    {
        string version;
        try
        {
            UpdateDocumentResponse answer = await ssm.UpdateDocumentAsync(
                new UpdateDocumentRequest
                {
                    Name = artefact.Name, Content = artefact.Content.ToString(), DocumentFormat = DocumentFormat.JSON, DocumentVersion = "$LATEST",
                },
                cancellationToken).ConfigureAwait(false);
            version = answer.DocumentDescription.DocumentVersion;
        }
        catch (DuplicateDocumentContentException)
        {
            // The right content is there as the latest version, but an older one is the default.
            GetDocumentResponse latest = await ssm.GetDocumentAsync(
                new GetDocumentRequest { Name = artefact.Name, DocumentVersion = "$LATEST" }, cancellationToken).ConfigureAwait(false);
            version = latest.DocumentVersion;
        }

        await ssm.UpdateDocumentDefaultVersionAsync(
            new UpdateDocumentDefaultVersionRequest { Name = artefact.Name, DocumentVersion = version }, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task DeleteAsync(DocumentArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await ssm.DeleteDocumentAsync(new DeleteDocumentRequest { Name = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDocumentException)
        {
        }
    }
}
