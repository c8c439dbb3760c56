using System.Collections.Concurrent;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>The documents that automations run, read once each. Content never changes under a hash, so nothing goes stale.</summary>
internal sealed class DocumentCache(AutomationDocumentReader reader)
{
    private const int Most = 256;
    private readonly ConcurrentDictionary<string, AutomationDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>The document that an automation runs.</summary>
    public AutomationDocument Get(StoreConnection connection, string contentHash) =>
        _documents.TryGetValue(contentHash, out var document) ? document : Get(contentHash, AutomationStore.Content(connection, contentHash));

    /// <summary>The document of a content, which is JSON whatever format the document was created in.</summary>
    public AutomationDocument Get(string contentHash, string content)
    {
        if (_documents.TryGetValue(contentHash, out var document))
        {
            return document;
        }

        if (_documents.Count >= Most)
        {
            _documents.Clear();
        }

        document = reader.Read(DocumentContent.Read(content, "JSON"));
        _documents[contentHash] = document;
        return document;
    }
}
