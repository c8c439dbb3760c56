using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>The nodes that a command goes to: by id, which must all be managed nodes, or by targets, which may be none.</summary>
internal sealed class CommandTargets
{
    /// <summary>Values of one target are alternatives; targets add up.</summary>
    /// <exception cref="ServiceException">InvalidInstanceId, DuplicateInstanceId, InvalidParameters.</exception>
    public IReadOnlyList<InstanceRecord> Resolve(StoreConnection store, JsonObject request)
    {
        var ids = request.Texts("InstanceIds");
        var targets = request.Objects("Targets");
        if (ids.Count > 0 && targets.Count > 0)
        {
            throw CommandErrors.Parameters("Name the nodes either by InstanceIds or by Targets.");
        }

        return targets.Count > 0 ? Matching(store, targets) : Named(store, ids);
    }

    private static InstanceRecord[] Named(StoreConnection store, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            throw new ServiceException("InvalidInstanceId", "The request names no node: neither InstanceIds nor Targets.");
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            throw CommandErrors.DuplicateInstance;
        }

        var found = ids.Select(id => (Id: id, Instance: InstanceStore.Find(store, id))).ToArray();
        var wrong = found.Where(node => node.Instance is null or { State: InstanceRecord.Terminated }).Select(node => node.Id).ToArray();
        return wrong.Length == 0 ? [.. found.Select(node => node.Instance!)] : throw CommandErrors.NotManaged(wrong);
    }

    private static InstanceRecord[] Matching(StoreConnection store, IReadOnlyList<JsonObject> targets)
    {
        IEnumerable<InstanceRecord> instances = InstanceStore.List(store, DateTimeOffset.MaxValue);
        foreach (var target in targets)
        {
            var key = target.Text("Key") ?? "";
            var values = target.Texts("Values");
            instances = key switch
            {
                "InstanceIds" or "instanceids" => instances.Where(instance => values.Contains("*") || values.Contains(instance.Id)),
                "tag-key" => instances.Where(instance => instance.Tags.Any(tag => values.Contains(tag.Key))),
                _ when key.StartsWith("tag:", StringComparison.Ordinal) =>
                    instances.Where(instance => instance.Tag(key[4..]) is { } value && values.Contains(value)),
                _ => throw CommandErrors.Parameters($"The local runtime knows no target '{key}'. Use tag:KEY, tag-key or InstanceIds."),
            };
        }

        return [.. instances];
    }
}
