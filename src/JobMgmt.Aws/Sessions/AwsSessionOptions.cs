using Amazon.Runtime;

namespace JobMgmt.Aws.Sessions;

/// <summary>
/// What a session to AWS is made from. Everything is optional: what is absent is looked for where the AWS SDK looks (environment,
/// shared files, container, instance).
/// </summary>
public sealed record AwsSessionOptions
{
    /// <summary>The Region, such as ap-northeast-1; otherwise the profile's, AWS_REGION or the instance's.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the shared config and credentials files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The shared credentials file to read profiles from; absent means the SDK's own places.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>An endpoint that takes the calls of all services instead of AWS's own hosts.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>An access key id; goes with <see cref="SecretKey"/> and excludes a profile.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>How long one HTTP attempt may take; absent means the SDK's default (100 s).</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often a failed call is tried again; absent means what environment or profile say, else 8 times (on this machine's own endpoints the SDK's default, 2).</summary>
    public int? MaxErrorRetry { get; init; }

    // Keeps secrets out of logs and error messages: a record's own ToString would print them.
    /// <summary>The options without secrets.</summary>
    public override string ToString() =>
        $"{nameof(AwsSessionOptions)} {{ Region = {Region}, ProfileName = {ProfileName}, EndpointUrl = {EndpointUrl}, AccessKey = {AccessKey} }}";

    internal AWSCredentials? ExplicitCredentials()
    {
        if (AccessKey is null && SecretKey is null && SessionToken is null)
        {
            return null;
        }

        if (string.IsNullOrEmpty(AccessKey) || string.IsNullOrEmpty(SecretKey))
        {
            throw new SessionException(SessionErrorCode.OptionsInvalid, "An access key id and a secret access key go together. Give both or neither.");
        }

        if (ProfileName is not null)
        {
            throw new SessionException(SessionErrorCode.OptionsInvalid, "Keys and a profile name exclude each other. Give one of them.");
        }

        return string.IsNullOrEmpty(SessionToken)
            ? new BasicAWSCredentials(AccessKey, SecretKey)
            : new SessionAWSCredentials(AccessKey, SecretKey, SessionToken);
    }
}
