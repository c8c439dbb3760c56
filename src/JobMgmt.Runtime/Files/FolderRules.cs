using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Files;

/// <summary>
/// The folders that rules name: those whose pattern has the source <c>jobmgmt.files</c> and in <c>detail.bucket.name</c> absolute paths. What lies in a folder when the first rule
/// names it has not arrived; it is noted in the rule's own transaction, so that nothing that comes after the rule is missed.
/// </summary>
internal sealed class FolderRules(Database database, FolderLoop loop)
{
    /// <summary>The source of the events of files.</summary>
    public const string Source = "jobmgmt.files";

    /// <summary>Their detail-type.</summary>
    public const string DetailType = "Object Created";

    /// <summary>No listings: where no folder can come to be watched.</summary>
    public static IReadOnlyDictionary<string, FolderListing> None { get; } = new Dictionary<string, FolderListing>();

    /// <summary>Lists the folders that the rule names and that nobody watches yet, before the rule is written.</summary>
    /// <exception cref="ServiceException">ValidationException: it names none, or one without its whole path.</exception>
    public IReadOnlyDictionary<string, FolderListing> Prepare(EventRule? rule)
    {
        var folders = Folders(rule) ?? throw new ServiceException(
            "ValidationException", $"Rule {rule!.Name} waits for files ({Source}), and detail.bucket.name does not name its folders by their whole paths, such as \"/srv/in\".");
        return folders.Count == 0
            ? None
            : folders.Except(database.Read(FolderStore.Folders).Select(folder => folder.Path)).ToDictionary(path => path, path => FolderListing.Of(path), StringComparer.Ordinal);
    }

    /// <summary>Call in the transaction that changes a rule, after the change.</summary>
    public void Save(StoreConnection store, EventRule? before, EventRule? after, IReadOnlyDictionary<string, FolderListing> listings)
    {
        if (!Concerns(before) && !Concerns(after))
        {
            return;
        }

        var wanted = EventStore.RulesThatMention(store, Source).SelectMany(rule => Folders(rule) ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in FolderStore.Folders(store))
        {
            if (!wanted.Remove(folder.Path))
            {
                FolderStore.Delete(store, folder.Id);
            }
        }

        foreach (var path in wanted)
        {
            var id = FolderStore.Add(store, path);
            foreach (var (name, identity) in (listings.GetValueOrDefault(path) ?? FolderListing.Of(path)).Files)
            {
                FolderStore.SaveFile(store, id, name, new KnownFile(identity.Text, IsMatched: false));
            }
        }

        store.AfterCommit(loop.Changed);
    }

    private static bool Concerns(EventRule? rule) => rule?.PatternText?.Contains(Source, StringComparison.Ordinal) == true;

    /// <summary>The folders that an enabled rule names; null where it waits for files and names none.</summary>
    private static HashSet<string>? Folders(EventRule? rule)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        if (Concerns(rule) && rule!.IsEnabled)
        {
            foreach (var way in rule.Pattern()!.Alternatives.Where(way =>
                way.Texts("source")?.Contains(Source) == true && (way.Texts("detail-type") is not { } types || types.Contains(DetailType))))
            {
                if (way.Texts("detail.bucket.name") is not { } paths || !paths.All(Path.IsPathFullyQualified))
                {
                    return null;
                }

                folders.UnionWith(paths);
            }
        }

        return folders;
    }
}
