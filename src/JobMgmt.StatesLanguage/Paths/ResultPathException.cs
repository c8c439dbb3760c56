namespace JobMgmt.StatesLanguage.Paths;

/// <summary>A ResultPath cannot be applied to the state's input: <c>States.ResultPathMatchFailure</c>.</summary>
public sealed class ResultPathException : Exception
{
    /// <summary>Names the path and what stands in its way.</summary>
    public ResultPathException(string message)
        : base(message)
    {
    }
}
