namespace JobMgmt.Runtime.Hosting;

/// <summary>Who and where this runtime is, for ARNs and for the processes that it starts.</summary>
/// <param name="Options">What it was started with.</param>
/// <param name="Key">Its key pair.</param>
internal sealed record RuntimeIdentity(RuntimeOptions Options, AccessKey Key)
{
    /// <summary>The Region in every ARN.</summary>
    public string Region => Options.Region;

    /// <summary>The account in every ARN.</summary>
    public string Account => RuntimeOptions.AccountId;

    /// <summary><c>http://127.0.0.1:PORT</c>; known once the runtime listens.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><c>arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
