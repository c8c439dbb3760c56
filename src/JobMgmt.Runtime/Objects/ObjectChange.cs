namespace JobMgmt.Runtime.Objects;

/// <summary>The request that puts or deletes an object.</summary>
/// <param name="Reason">Its operation's name, as S3's events have it.</param>
/// <param name="RequestId">Its id.</param>
internal sealed record ObjectChange(string Reason, string RequestId)
{
    /// <summary>The runtime itself puts an object, as the agent, Step Functions and other services do on AWS.</summary>
    public static ObjectChange ByService() => new("PutObject", Guid.NewGuid().ToString());
}
