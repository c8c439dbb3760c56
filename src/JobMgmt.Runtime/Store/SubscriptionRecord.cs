namespace JobMgmt.Runtime.Store;

/// <summary>A subscription to an SNS topic.</summary>
/// <param name="Arn">Its ARN: the topic's and an id.</param>
/// <param name="Topic">The topic's ARN.</param>
/// <param name="Protocol"><c>email</c> or <c>email-json</c>.</param>
/// <param name="Endpoint">The address.</param>
internal sealed record SubscriptionRecord(string Arn, string Topic, string Protocol, string Endpoint);
