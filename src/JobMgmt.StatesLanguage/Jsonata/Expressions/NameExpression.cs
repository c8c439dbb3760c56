using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A field's name: its value in an object, or its values in the objects of an array.</summary>
internal sealed class NameExpression : Expression
{
    public NameExpression(string name, int position)
        : base(position) => Name = name;

    public override string TypeName => "name";

    public string Name { get; }

    /// <summary><c>$lookup</c>.</summary>
    public static JsonValue? Lookup(JsonValue? input, string name)
    {
        switch (input)
        {
            case JsonObject obj:
                return obj[name];
            case JsonArray array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var values = JsonataArray.Sequence();
                for (var i = 0; i < array.Count; i++)
                {
                    if (Lookup(array[i], name) is { } value)
                    {
                        Sequences.AddAll(values, value);
                    }
                }

                return values;
            default:
                return null;
        }
    }

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => Lookup(input, Name);
}
