using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$keys</c>: the names of an object's members, or of those of all objects in an array.</summary>
internal sealed class KeysFunction : BuiltinFunction
{
    public KeysFunction()
        : base("keys", "<x-:a<s>>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var names = JsonataArray.Sequence();
        Collect(arguments[0], names, new HashSet<string>(StringComparer.Ordinal));
        return names;
    }

    private static void Collect(JsonValue? value, JsonataArray names, HashSet<string> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is JsonArray array)
        {
            foreach (var item in array)
            {
                Collect(item, names, seen);
            }
        }
        else if (value is JsonObject obj)
        {
            foreach (var member in obj)
            {
                if (seen.Add(member.Key))
                {
                    names.Add(member.Key);
                }
            }
        }
    }
}
