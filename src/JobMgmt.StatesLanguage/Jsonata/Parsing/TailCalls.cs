using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Finds the calls at the end of a function's body.</summary>
internal static class TailCalls
{
    public static Expression Mark(Expression body)
    {
        switch (body)
        {
            case CallExpression { Predicates: null } call:
                return new TailCallExpression(call);
            case ConditionExpression condition:
                condition.Then = Mark(condition.Then);
                condition.Otherwise = condition.Otherwise is null ? null : Mark(condition.Otherwise);
                return condition;
            case BlockExpression { Expressions.Count: > 0 } block:
                block.Expressions[block.Expressions.Count - 1] = Mark(block.Expressions[block.Expressions.Count - 1]);
                return block;
            default:
                return body;
        }
    }
}
