using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$length</c>: how many characters.</summary>
internal sealed class LengthFunction : BuiltinFunction
{
    public LengthFunction()
        : base("length", "<s-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(0) is { } text ? Numeric.Of(CodePoints.Count(text)) : null;
}
