using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.StringSplit(text, delimiters)</c>: the parts between any of the delimiter characters, the empty ones left out.</summary>
internal sealed class StatesStringSplit : IntrinsicFunction
{
    // Split without separators would split at white space; a character that no text has splits nowhere.
    private static readonly char[] _none = { '\uFFFF' };

    public override string Name => "States.StringSplit";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var parts = Text(arguments, 0).Split(Text(arguments, 1).ToCharArray() is { Length: > 0 } delimiters ? delimiters : _none, StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray(parts.Select(part => (JsonValue)part));
    }
}
