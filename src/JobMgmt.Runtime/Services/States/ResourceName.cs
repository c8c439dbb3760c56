using System.Buffers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// The names of state machines and executions: 1 to 80 characters without white space, brackets <c>&lt; &gt; { } [ ]</c>, wildcards <c>? *</c>, any of
/// <c>" # % \ ^ | ~ ` $ &amp; , ; : /</c> or control characters.
/// </summary>
internal static class ResourceName
{
    private static readonly SearchValues<char> _forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    /// <summary>The request's <c>name</c>, checked; null where it is absent.</summary>
    public static string? Read(JsonObject request)
    {
        var name = request.Text("name");
        return name is null || IsValid(name) ? name : throw StatesErrors.InvalidName(name);
    }

    private static bool IsValid(string name) =>
        name.AsSpan().IndexOfAny(_forbidden) < 0 && !name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
