namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>A state's JSONata expression failed: <c>States.QueryEvaluationError</c>, whose cause is the message.</summary>
public sealed class QueryEvaluationException : Exception
{
    internal QueryEvaluationException(string cause, string field, Exception? inner = null)
        : base(cause, inner) => Field = field;

    /// <summary>The field that the expression stands in, as history events locate it: <c>Output/result</c>, <c>Choices[0]/Condition</c>.</summary>
    public string Field { get; }
}
