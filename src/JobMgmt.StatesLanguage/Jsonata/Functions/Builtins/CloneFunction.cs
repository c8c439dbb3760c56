using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$clone</c>: a copy, as through JSON.</summary>
internal sealed class CloneFunction : BuiltinFunction
{
    public CloneFunction()
        : base("clone", "<(oa)-:o>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => StringForm.Of(arguments[0]) is { } text ? JsonValue.Parse(text) : null;
}
