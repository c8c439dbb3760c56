using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>a IN (b, c)</c>.</summary>
internal sealed record InCondition(IOperand Operand, IReadOnlyList<IOperand> Choices) : ICondition
{
    public IEnumerable<DocumentPath> Paths => OperandPaths.Of(Choices.Prepend(Operand));

    public bool Holds(JsonObject item) =>
        Operand.Of(item) is { } value && Choices.Any(choice => choice.Of(item) is { } other && AttributeValues.Same(value, other));
}
