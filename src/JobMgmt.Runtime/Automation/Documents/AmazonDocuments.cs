using System.Reflection;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>The documents that exist without being created, owned by Amazon. They can be described and run, not changed.</summary>
internal sealed class AmazonDocuments
{
    private const string Prefix = "document/";
    private static readonly DateTimeOffset _created = new(2017, 8, 31, 0, 1, 27, TimeSpan.Zero);
    private readonly Lazy<IReadOnlyDictionary<string, (SsmDocument Document, SsmDocumentVersion Version)>> _documents;

    public AmazonDocuments(DocumentIntake intake) => _documents = new(() => Load(intake));

    public IEnumerable<(SsmDocument Document, SsmDocumentVersion Version)> All => _documents.Value.Values;

    public (SsmDocument Document, SsmDocumentVersion Version)? Find(string name) => _documents.Value.TryGetValue(name, out var found) ? found : null;

    private static Dictionary<string, (SsmDocument Document, SsmDocumentVersion Version)> Load(DocumentIntake intake)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            resource => resource[Prefix.Length..],
            resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                var name = resource[Prefix.Length..];
                return (new SsmDocument { Name = name, Type = "Command", Owner = "Amazon", Created = _created }, intake.Take(name, "Command", "JSON", reader.ReadToEnd(), _created));
            },
            StringComparer.Ordinal);
    }
}
