using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$merge</c>: one object of the members of several; the last one counts.</summary>
internal sealed class MergeFunction : BuiltinFunction
{
    public MergeFunction()
        : base("merge", "<a<o>:o>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Array(0) is { } array
            ? new JsonObject(array.OfType<JsonObject>().SelectMany(obj => obj))
            : null;
}
