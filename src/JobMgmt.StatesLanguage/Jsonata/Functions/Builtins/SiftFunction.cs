using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$sift</c>: an object of the members for which a function is true.</summary>
internal sealed class SiftFunction : BuiltinFunction
{
    public SiftFunction()
        : base("sift", "<o-f?:o>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments[0] is not JsonObject obj)
        {
            return null;
        }

        var function = arguments.Function(1) ?? throw new JsonataException("T1006");
        var members = new List<KeyValuePair<string, JsonValue>>();
        foreach (var member in obj)
        {
            if (Truth.IsTrue(arguments.CallBack(function, member.Value, member.Key, obj)))
            {
                members.Add(member);
            }
        }

        return members.Count == 0 ? null : JsonObject.FromUnique(members.ToArray());
    }
}
