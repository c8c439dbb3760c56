using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$uppercase</c>: in capital letters.</summary>
internal sealed class UppercaseFunction : BuiltinFunction
{
    public UppercaseFunction()
        : base("uppercase", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(0) is { } text ? text.ToUpperInvariant() : (JsonValue?)null;
}
