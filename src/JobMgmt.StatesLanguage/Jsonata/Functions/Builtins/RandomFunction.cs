using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$random</c>: a number from 0 on and below 1.</summary>
internal sealed class RandomFunction : BuiltinFunction
{
    public RandomFunction()
        : base("random", "<:n>", 0)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Numeric.Of(arguments.Run.NextDouble());
}
