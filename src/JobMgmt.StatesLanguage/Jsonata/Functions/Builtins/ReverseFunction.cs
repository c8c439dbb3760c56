using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$reverse</c>: the other way round.</summary>
internal sealed class ReverseFunction : BuiltinFunction
{
    public ReverseFunction()
        : base("reverse", "<a:a>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Array(0) is { Count: > 1 } array ? new JsonataArray(array.Reverse().ToList()) : arguments[0];
}
