using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$assert</c>: fails where something is not true.</summary>
internal sealed class AssertFunction : BuiltinFunction
{
    public AssertFunction()
        : base("assert", "<bs?:x>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments[0] is JsonBoolean { Value: true }
            ? null
            : throw new JsonataException("D3141").With("message", arguments.Text(1) is { Length: > 0 } text ? text : "$assert() statement failed");
}
