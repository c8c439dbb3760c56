namespace JobMgmt.Aws.Sessions;

/// <summary>A session could not be made. The message says what to do.</summary>
public sealed class SessionException : Exception
{
    /// <summary>An error with its stable code.</summary>
    public SessionException(SessionErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>The stable code.</summary>
    public SessionErrorCode Code { get; }
}
