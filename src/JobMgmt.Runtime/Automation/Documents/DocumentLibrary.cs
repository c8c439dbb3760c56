using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>Finds documents: the account's own and Amazon's, by name or ARN, and of them a version.</summary>
internal sealed class DocumentLibrary(AmazonDocuments amazon)
{
    /// <summary>A document's name, from itself or its ARN.</summary>
    public static string NameOf(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) && nameOrArn.LastIndexOf('/') is > 0 and var slash ? nameOrArn[(slash + 1)..] : nameOrArn;

    public SsmDocument? Find(StoreConnection connection, string nameOrArn) =>
        amazon.Find(NameOf(nameOrArn))?.Document ?? DocumentStore.Find(connection, NameOf(nameOrArn));

    /// <summary>A document and a version of it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="nameOrArn">The document.</param>
    /// <param name="version">A number, <c>$LATEST</c>, <c>$DEFAULT</c> or null, which is the default one.</param>
    /// <param name="versionName">Instead, a version's name.</param>
    /// <exception cref="ServiceException">InvalidDocument, InvalidDocumentVersion.</exception>
    public (SsmDocument Document, SsmDocumentVersion Version) Get(StoreConnection connection, string nameOrArn, string? version, string? versionName = null)
    {
        var name = NameOf(nameOrArn);
        if (amazon.Find(name) is { } own)
        {
            return version is null or "$LATEST" or "$DEFAULT" or "1" ? own : throw NoVersion();
        }

        var document = DocumentStore.Find(connection, name) ?? throw NoDocument(name);
        var found = versionName is not null
            ? DocumentStore.Versions(connection, name).FirstOrDefault(candidate => candidate.VersionName == versionName)
            : DocumentStore.FindVersion(connection, name, Number(document, version));
        return (document, found ?? throw NoVersion());
    }

    public IEnumerable<(SsmDocument Document, SsmDocumentVersion Version)> All(StoreConnection connection) =>
        DocumentStore.All(connection).Select(document => (document, DocumentStore.FindVersion(connection, document.Name, document.DefaultVersion)!))
            .Concat(amazon.All).OrderBy(pair => pair.Item1.Name, StringComparer.Ordinal);

    /// <summary>The account's own document, for a change.</summary>
    /// <exception cref="ServiceException">InvalidDocument.</exception>
    public static SsmDocument Own(StoreConnection connection, string name) => DocumentStore.Find(connection, name) ?? throw NoDocument(name);

    public static long Number(SsmDocument document, string? version) => version switch
    {
        null or "$DEFAULT" => document.DefaultVersion,
        "$LATEST" => document.LatestVersion,
        _ => long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NoVersion(),
    };

    public static ServiceException NoDocument(string name) => new("InvalidDocument", $"Document with name {name} does not exist.");

    public static ServiceException NoVersion() => new("InvalidDocumentVersion", "The document version is not valid or does not exist.");
}
