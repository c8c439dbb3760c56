using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$abs</c>: without the sign.</summary>
internal sealed class AbsFunction : BuiltinFunction
{
    public AbsFunction()
        : base("abs", "<n-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Number(0) is { } value ? Numeric.Of(Math.Abs(value)) : null;
}
