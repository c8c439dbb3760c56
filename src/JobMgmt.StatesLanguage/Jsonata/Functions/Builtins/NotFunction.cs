using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$not</c>: whether a value does not count as true.</summary>
internal sealed class NotFunction : BuiltinFunction
{
    public NotFunction()
        : base("not", "<x-:b>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Truth.Of(arguments[0]) is { } truth ? !truth : (JsonValue?)null;
}
