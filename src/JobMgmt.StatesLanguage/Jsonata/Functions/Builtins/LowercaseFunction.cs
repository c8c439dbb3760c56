using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$lowercase</c>: in small letters.</summary>
internal sealed class LowercaseFunction : BuiltinFunction
{
    public LowercaseFunction()
        : base("lowercase", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(0) is { } text ? text.ToLowerInvariant() : (JsonValue?)null;
}
