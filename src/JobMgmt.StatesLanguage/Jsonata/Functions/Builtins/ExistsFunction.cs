using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$exists</c>: whether a value is not undefined.</summary>
internal sealed class ExistsFunction : BuiltinFunction
{
    public ExistsFunction()
        : base("exists", "<x:b>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments[0] is not null;
}
