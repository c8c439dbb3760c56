using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$millis</c>: the instant of the evaluation in milliseconds since 1970.</summary>
internal sealed class MillisFunction : BuiltinFunction
{
    public MillisFunction()
        : base("millis", "<:n>", 0)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Numeric.Of(arguments.Run.Environment.Now.ToUnixTimeMilliseconds());
}
