using System.Buffers;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// The names of state machines and executions: 1 to 80 characters without white space, brackets <c>&lt; &gt; { } [ ]</c>, wildcards <c>? *</c>, any of
/// <c>" # % \ ^ | ~ ` $ &amp; , ; : /</c> or control characters.
/// </summary>
internal static class ResourceName
{
    private const int MostCharacters = 80;
    private static readonly SearchValues<char> _forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    /// <summary>The request's <c>name</c>, checked; null where it is absent.</summary>
    public static string? Read(JsonObject request)
    {
        var name = request.Text("name");
        new Constraints().Length(name, "name", 1, MostCharacters).Enforce();
        return name is null || IsValid(name) ? name : throw StatesErrors.InvalidName(name);
    }

    private static bool IsValid(string name) =>
        name.AsSpan().IndexOfAny(_forbidden) < 0 && !name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
