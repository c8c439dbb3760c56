using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$join</c>: joins strings with a text between them.</summary>
internal sealed class JoinFunction : BuiltinFunction
{
    public JoinFunction()
        : base("join", "<a<s>s?:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { } array)
        {
            return null;
        }

        var result = string.Join(arguments.Text(1) ?? string.Empty, array.Select(item => item is JsonString text ? text.Value : string.Empty));
        arguments.Run.CheckLength(result.Length);
        return result;
    }
}
