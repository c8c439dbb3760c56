using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>A comparison operator of the Choice state.</summary>
internal sealed class ChoiceOperator
{
    public ChoiceOperator(string name, JsonKind operand, Func<JsonValue, JsonValue, bool> test)
    {
        Name = name;
        Operand = operand;
        Test = test;
    }

    /// <summary>Its name, without <c>Path</c>.</summary>
    public string Name { get; }

    /// <summary>The kind of JSON value that a literal operand must be.</summary>
    public JsonKind Operand { get; }

    /// <summary>Whether the variable's value (first) stands to the operand (second) as the operator says.</summary>
    public Func<JsonValue, JsonValue, bool> Test { get; }

    /// <summary>Whether there is a <c>…Path</c> form, whose operand is found by a path.</summary>
    public bool HasPathForm { get; init; } = true;

    /// <summary>IsPresent: asks whether the variable is there, not for its value.</summary>
    public bool TestsPresence { get; init; }

    /// <summary>Timestamps: a literal operand must be RFC 3339.</summary>
    public bool OperandIsTimestamp { get; init; }
}
