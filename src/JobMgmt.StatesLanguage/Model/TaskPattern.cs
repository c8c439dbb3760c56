namespace JobMgmt.StatesLanguage.Model;

/// <summary>How long an integration is waited for.</summary>
public enum TaskPattern
{
    /// <summary>The answer to the call is the result.</summary>
    RequestResponse,

    /// <summary><c>.sync</c>, <c>.sync:2</c>: the job that the call started is the result.</summary>
    Sync,

    /// <summary><c>.waitForTaskToken</c>: what is sent back with the token is the result.</summary>
    WaitForTaskToken,
}
