using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$boolean</c>: whether a value counts as true.</summary>
internal sealed class BooleanFunction : BuiltinFunction
{
    public BooleanFunction()
        : base("boolean", "<x-:b>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Truth.Of(arguments[0]) is { } truth ? truth : (JsonValue?)null;
}
