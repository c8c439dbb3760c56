using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$lookup</c>: the value of a member, or its values in all objects of an array.</summary>
internal sealed class LookupFunction : BuiltinFunction
{
    public LookupFunction()
        : base("lookup", "<x-s:x>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(1) is { } name ? NameExpression.Lookup(arguments[0], name) : null;
}
