using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>A thing with members in a file: written in the table's order, read with every fault told. It has to have one member of <c>oneOf</c>, where that names any.</summary>
internal sealed class FileObject<T>(IReadOnlyList<FileMember<T>> members, Func<T> make, string thing, params string[] oneOf)
{
    internal IReadOnlyList<FileMember<T>> Members { get; } = members;

    /// <summary>As a sort of value.</summary>
    internal FileKind<T> Kind { get; } = new(
        value => Write(members, value),
        (node, scope) => Read(members, make(), thing, oneOf, node, scope),
        Describe(members, oneOf));

    private static JsonObject Write(IReadOnlyList<FileMember<T>> members, T value) => JsonObject.Of(members.Select(member => (member.Name, member.Write(value))).ToArray());

    private static T Read(IReadOnlyList<FileMember<T>> members, T made, string thing, string[] oneOf, FileNode node, FileScope scope)
    {
        var given = node.Members ?? throw new FileFaultException(node, $"Here must be {thing}, not {node.Kind}.", "Write its members, one a line: name: value.");
        foreach (var pair in given)
        {
            var name = pair.Key.Text!;
            if (members.FirstOrDefault(member => member.Name == name) is { } known)
            {
                made = known.Read(made, pair.Value, scope.Member(name));
            }
            else
            {
                var near = NearName.Find(name, members.Select(member => member.Name));
                scope.Member(name).Fault(
                    pair.Key,
                    $"{char.ToUpperInvariant(thing[0])}{thing.Substring(1)} has no member '{name}'.",
                    near is null ? $"It has {string.Join(", ", members.Select(member => member.Name))}." : $"Did you mean '{near}'?");
            }
        }

        foreach (var missing in members.Where(member => member.IsRequired && !given.Any(pair => pair.Key.Text == member.Name)))
        {
            scope.Fault(node, $"{missing.Name} is missing.", $"Add it: {missing.Description}");
        }

        if (oneOf.Length > 0 && !given.Any(pair => oneOf.Contains(pair.Key.Text)))
        {
            scope.Fault(node, $"{oneOf[0]} is missing.", $"Add it: {members.First(member => member.Name == oneOf[0]).Description} Or {string.Join(" or ", oneOf.Skip(1))}.");
        }

        return made;
    }

    private static JsonObject Describe(IReadOnlyList<FileMember<T>> members, string[] oneOf) => JsonObject.Of(
        ("type", "object"),
        ("additionalProperties", false),
        ("required", members.Any(member => member.IsRequired) ? new JsonArray(members.Where(member => member.IsRequired).Select(member => (JsonValue)new JsonString(member.Name))) : null),
        ("anyOf", oneOf.Length == 0 ? null : new JsonArray(oneOf.Select(name => (JsonValue)JsonObject.Of(("required", new JsonArray(new[] { (JsonValue)new JsonString(name) })))))),
        ("properties", new JsonObject(members.Select(member =>
            new KeyValuePair<string, JsonValue>(member.Name, new JsonObject(new[] { new KeyValuePair<string, JsonValue>("description", new JsonString(member.Description)) }.Concat(member.Schema)))))));
}
