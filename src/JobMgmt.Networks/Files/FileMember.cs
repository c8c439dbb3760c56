using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>One member of a thing in a file: everything there is to know of it, for reading, writing, comparing and the schema.</summary>
internal sealed class FileMember<T>
{
    private FileMember(string name, string description, JsonObject schema, Func<T, JsonValue?> write, Func<T, FileNode, FileScope, T> read)
    {
        Name = name;
        Description = description;
        Schema = schema;
        Write = write;
        Read = read;
    }

    /// <summary>The member's name, which is that of the property and of the cmdlets' parameter.</summary>
    internal string Name { get; }

    /// <summary>What it is for, as editors show it.</summary>
    internal string Description { get; }

    internal JsonObject Schema { get; }

    internal bool IsRequired { get; init; }

    /// <summary>What stands where it is left out, for comparisons; null: nothing.</summary>
    internal string? Default { get; init; }

    /// <summary>Its value; null: it is left out.</summary>
    internal Func<T, JsonValue?> Write { get; }

    /// <summary>The thing with the member's value from the node.</summary>
    internal Func<T, FileNode, FileScope, T> Read { get; }

    /// <summary>A member whose value is a reference; null is left out.</summary>
    internal static FileMember<T> Of<TValue>(string name, FileKind<TValue> kind, Func<T, TValue?> get, Func<T, TValue, T> set, string description, bool isRequired = false, string? otherwise = null)
        where TValue : class => new(
            name,
            description,
            kind.Schema,
            thing => get(thing) is { } value ? kind.Write(value) : null,
            (thing, node, scope) => scope.Try(() => set(thing, kind.Read(node, scope)), thing))
        {
            IsRequired = isRequired,
            Default = otherwise,
        };

    /// <summary>A member whose value is a number, a truth or a choice; null, or the default, is left out.</summary>
    internal static FileMember<T> Of<TValue>(string name, FileKind<TValue> kind, Func<T, TValue?> get, Func<T, TValue, T> set, string description, TValue? otherwise)
        where TValue : struct => new(
            name,
            description,
            otherwise is { } standing ? kind.Schema.With("default", kind.Write(standing)) : kind.Schema,
            thing => get(thing) is { } value && !value.Equals(otherwise) ? kind.Write(value) : null,
            (thing, node, scope) => scope.Try(() => set(thing, kind.Read(node, scope)), thing))
        {
            Default = otherwise is { } usual ? Differences.Words(kind.Write(usual)) : null,
        };
}
