namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The expressions of a request, by the name that errors have for them: <c>ConditionExpression</c>.</summary>
internal enum ExpressionKind
{
    Condition,
    Filter,
    KeyCondition,
    Projection,
    Update,
}
