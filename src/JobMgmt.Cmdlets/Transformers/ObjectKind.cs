using System.Collections;
using System.Management.Automation;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>What an object of the module is, also where it comes as a row of Select-Object, or from another session: by its type names, since its type is another one then.</summary>
internal static class ObjectKind
{
    private const string Module = "JobMgmt.";
    private static readonly string[] Wrappings = ["Selected.", "Deserialized."];

    /// <summary>The last part of the type's name, such as JobWorker; null for what is not of this module.</summary>
    public static string? Of(object? item)
    {
        if (item is null)
        {
            return null;
        }

        string name = PSObject.AsPSObject(item).TypeNames.FirstOrDefault() ?? "";
        while (Array.Find(Wrappings, wrapping => name.StartsWith(wrapping, StringComparison.Ordinal)) is { } wrapping)
        {
            name = name.Substring(wrapping.Length);
        }

        return name.StartsWith(Module, StringComparison.Ordinal) ? name.Substring(name.LastIndexOf('.') + 1) : null;
    }

    /// <summary>The object without what PowerShell has put around it.</summary>
    public static object? Bare(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;

    /// <summary>What a parameter was given as a list; null where it was given one object, as a text or a hashtable is.</summary>
    public static IEnumerable? List(object? input) => Bare(input) is IEnumerable items and not (string or IDictionary) ? items : null;

    /// <summary>Whether it is of a type.</summary>
    public static bool Is(object? item, params Type[] types) => Of(item) is { } kind && Array.Exists(types, type => type.Name == kind);
}
