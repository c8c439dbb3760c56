using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>DescribeTags: the tags of instances, by filters key, value, resource-id, resource-type and tag:KEY.</summary>
internal sealed class DescribeTagsOperation(InstanceDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var start = 0;
        if (request.Text("NextToken") is { } token && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw Ec2Errors.BadValue(token, "nextToken");
        }

        var filters = request.Objects("Filters").Select(filter => Predicate(filter.Text("Name") ?? throw Ec2Errors.Missing("Filter.Name"), filter.Texts("Values"))).ToArray();
        var found = database.Read(store => InstanceStore.List(store, description.ShownSince))
            .SelectMany(instance => instance.Tags.Select(tag => (instance.Id, tag.Key, tag.Value)))
            .Where(tag => Array.TrueForAll(filters, filter => filter(tag.Id, tag.Key, tag.Value))).ToArray();
        var shown = found.Skip(start).Take((int)(request.Number("MaxResults") ?? 1000)).ToArray();
        var next = start + shown.Length;
        return Task.FromResult(JsonObject.Of(
            ("Tags", new JsonArray(shown.Select(tag => (JsonValue)JsonObject.Of(
                ("Key", tag.Key), ("ResourceId", tag.Id), ("ResourceType", "instance"), ("Value", tag.Value))))),
            ("NextToken", next < found.Length ? next.ToString(CultureInfo.InvariantCulture) : (JsonValue?)null)));
    }

    private static Func<string, string, string, bool> Predicate(string name, IReadOnlyList<string> values)
    {
        bool Any(string value) => values.Any(pattern => Wildcard.IsMatch(pattern, value));
        return name switch
        {
            "key" => (_, key, _) => Any(key),
            "value" => (_, _, value) => Any(value),
            "resource-id" => (id, _, _) => Any(id),
            "resource-type" => (_, _, _) => Any("instance"),
            _ when name.StartsWith("tag:", StringComparison.Ordinal) => (_, key, value) => key == name[4..] && Any(value),
            _ => throw new ServiceException("InvalidParameterValue", $"The filter '{name}' is invalid"),
        };
    }
}
