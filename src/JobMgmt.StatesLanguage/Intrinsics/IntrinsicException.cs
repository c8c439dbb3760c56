namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A function cannot do what it was asked; <see cref="IntrinsicExpression"/> makes it an EvaluationException that names the whole call.</summary>
internal sealed class IntrinsicException : Exception
{
    public IntrinsicException(string message, string error = "States.IntrinsicFailure")
        : base(message) => Error = error;

    public string Error { get; }
}
