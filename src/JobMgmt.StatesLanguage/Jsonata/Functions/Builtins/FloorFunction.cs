using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$floor</c>: rounds down.</summary>
internal sealed class FloorFunction : BuiltinFunction
{
    public FloorFunction()
        : base("floor", "<n-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Number(0) is { } value ? Numeric.Of(Math.Floor(value)) : null;
}
