namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>AWS's own error names.</summary>
public static class ErrorNames
{
    /// <summary>In ErrorEquals: every error that can be caught.</summary>
    public const string All = "States.ALL";

    /// <summary>In ErrorEquals: every error but a timeout.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>A task or the execution took longer than it may.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>In ErrorEquals: a heartbeat did not come. History shows it as <see cref="Timeout"/>.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>The definition and the data do not fit together; never caught, never retried.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>A payload is larger than 262,144 bytes.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>A ResultPath cannot be applied to the input.</summary>
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>A JSONata expression failed, gave nothing, or something of the wrong kind. Can be caught and retried.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";
}
