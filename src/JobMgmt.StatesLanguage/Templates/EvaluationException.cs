namespace JobMgmt.StatesLanguage.Templates;

/// <summary>
/// A path, template, intrinsic function or choice rule could not be evaluated. <see cref="Cause"/> is the inner sentence alone:
/// whoever runs the state puts <c>An error occurred while executing the state 'X' (entered at the event id #2). </c> before it.
/// </summary>
public sealed class EvaluationException : Exception
{
    /// <summary>An AWS error name and the sentence that AWS gives.</summary>
    public EvaluationException(string error, string cause)
        : base($"{error}: {cause}")
    {
        Error = error;
        Cause = cause;
    }

    /// <summary>The error name: <c>States.Runtime</c>, <c>States.IntrinsicFailure</c>.</summary>
    public string Error { get; }

    /// <summary>What happened, in AWS's words where they are known.</summary>
    public string Cause { get; }
}
