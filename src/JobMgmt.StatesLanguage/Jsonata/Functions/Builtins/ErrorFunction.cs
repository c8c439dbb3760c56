using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$error</c>: fails.</summary>
internal sealed class ErrorFunction : BuiltinFunction
{
    public ErrorFunction()
        : base("error", "<s?:x>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => throw new JsonataException("D3137").With("message", arguments.Text(0) is { Length: > 0 } text ? text : "$error() function evaluated");
}
