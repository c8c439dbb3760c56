namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>An error that a state ended with.</summary>
/// <param name="Error">The error name; null where SendTaskFailure gave none.</param>
/// <param name="Cause">The cause; null where there is none.</param>
/// <param name="IsHeartbeat">A heartbeat did not come.</param>
internal sealed record StateError(string? Error, string? Cause, bool IsHeartbeat = false)
{
    /// <summary>Whether an ErrorEquals takes it. States.Runtime is taken by none.</summary>
    public bool Matches(IReadOnlyList<string> errorEquals)
    {
        if (Error == ErrorNames.Runtime)
        {
            return false;
        }

        foreach (var name in errorEquals)
        {
            if (name == Error
                || name == ErrorNames.All
                || (name == ErrorNames.TaskFailed && Error != ErrorNames.Timeout)
                || (name == ErrorNames.HeartbeatTimeout && IsHeartbeat))
            {
                return true;
            }
        }

        return false;
    }
}
