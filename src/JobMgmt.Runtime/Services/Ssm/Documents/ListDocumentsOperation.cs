using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>ListDocuments, by name; Amazon's documents too unless the filter says otherwise.</summary>
internal sealed class ListDocumentsOperation(Database database, DocumentLibrary library, DocumentDescription shapes) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var page = SsmPage.Read(request);
        var filters = request.Objects("Filters").Select(filter => (Key: filter.Text("Key") ?? "", Values: filter.Texts("Values")))
            .Concat(request.Objects("DocumentFilterList").Select(filter => (Key: filter.Text("key") ?? "", Values: (IReadOnlyList<string>)[filter.Text("value") ?? ""]))).ToArray();
        var all = database.Read(connection => library.All(connection).ToArray());
        var rest = all.Where(pair => page.Position is null || string.CompareOrdinal(pair.Document.Name, page.Position) > 0)
            .Where(pair => filters.All(filter => Matches(pair.Document, pair.Version, filter.Key, filter.Values))).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("DocumentIdentifiers", new JsonArray(rest.Take(page.Count).Select(pair => shapes.Identify(pair.Document, pair.Version)))),
            ("NextToken", rest.Length > page.Count ? SsmPage.Next(rest[page.Count - 1].Document.Name) : null)));
    }

    private bool Matches(SsmDocument document, SsmDocumentVersion version, string key, IReadOnlyList<string> values) => key switch
    {
        "Name" => values.Any(value => document.Name.StartsWith(value, StringComparison.Ordinal)),
        "Owner" => values.Any(value => value switch
        {
            "Self" or "Private" => document.Owner is null,
            "All" or "Public" => value == "All" || document.Owner is not null,
            "ThirdParty" => false,
            _ => shapes.Owner(document) == value,
        }),
        "PlatformTypes" => DocumentDescription.Platforms(document).OfType<JsonString>().Any(platform => values.Contains(platform.Value, StringComparer.Ordinal)),
        "DocumentType" => values.Contains(document.Type, StringComparer.Ordinal),
        "SearchKeyword" => values.Any(value => document.Name.Contains(value, StringComparison.OrdinalIgnoreCase)
            || (version.Description ?? "").Contains(value, StringComparison.OrdinalIgnoreCase)),
        _ when key.StartsWith("tag:", StringComparison.Ordinal) => document.Tags.OfType<JsonObject>().Any(tag => tag.Text("Key") == key[4..]
            && (values.Count == 0 || values.Contains(tag.Text("Value"), StringComparer.Ordinal))),
        _ => throw new ServiceException("InvalidFilterKey", $"The filter key {key} is not valid."),
    };
}
