using JobMgmt.Runtime.Tables.Values;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>What the functions of conditions may be given.</summary>
internal static class ConditionFunctions
{
    private static readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal)
    {
        ["attribute_exists"] = 1, ["attribute_not_exists"] = 1, ["attribute_type"] = 2, ["begins_with"] = 2, ["contains"] = 2,
    };

    public static FunctionCondition Checked(ExpressionReader reader, string name, IReadOnlyList<IOperand> operands)
    {
        if (!_counts.TryGetValue(name, out var count))
        {
            throw WrongName(reader, name);
        }

        if (operands.Count != count)
        {
            throw reader.WrongCount(name, operands.Count);
        }

        if (name is "attribute_exists" or "attribute_not_exists" or "attribute_type" && operands[0] is not PathOperand)
        {
            throw reader.Fault($"Operator or function requires a document path; operator or function: {name}");
        }

        var value = operands.Count > 1 ? operands[1] as ValueOperand : null;
        if ((name == "attribute_type" && !AttributeValues.Is(value?.Value, "S"))
            || (name == "begins_with" && value is not null && AttributeValues.Type(value.Value) is not ("S" or "B")))
        {
            throw reader.Fault($"Incorrect operand type for operator or function; operator or function: {name}, operand type: {(value is null ? "path" : AttributeValues.Type(value.Value))}");
        }

        if (name == "attribute_type" && !AttributeValues.Types.Contains(AttributeValues.Text(value!.Value)))
        {
            throw reader.Fault($"Invalid attribute type name found; type: {AttributeValues.Text(value.Value)}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");
        }

        return new FunctionCondition(name, operands);
    }

    /// <summary>A function of another kind of expression, or none at all.</summary>
    public static Exception WrongName(ExpressionReader reader, string name) => reader.Fault(
        name is "if_not_exists" or "list_append" or "size" || _counts.ContainsKey(name)
            ? $"The function is not allowed in {(reader.Kind == ExpressionKind.Update ? "an update" : "a condition")} expression; function: {name}"
            : $"Invalid function name; function: {name}");
    }
