using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$ceil</c>: rounds up.</summary>
internal sealed class CeilFunction : BuiltinFunction
{
    public CeilFunction()
        : base("ceil", "<n-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Number(0) is { } value ? Numeric.Of(Math.Ceiling(value)) : null;
}
