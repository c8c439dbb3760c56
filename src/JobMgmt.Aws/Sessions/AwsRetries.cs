using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal;

namespace JobMgmt.Aws.Sessions;

/// <summary>
/// How calls to AWS are tried again. A stack of some hundred networks takes as many calls, which AWS lets through slower than they are made (CreateStateMachine: one a second, once its bucket
/// of 100 is empty): the SDK's own two retries would give up in the midst.
/// </summary>
internal static class AwsRetries
{
    private const int MaxAttempts = 9;

    /// <summary>Slows calls down to what AWS lets through, where the user's environment or profile says nothing else.</summary>
    /// <param name="config">What a client is made from.</param>
    /// <param name="profile">The profile that the session was asked to take; the SDK looks into that of the environment alone.</param>
    public static void Set(ClientConfig config, CredentialProfile? profile)
    {
        if (profile is null ? FallbackInternalConfigurationFactory.RetryMode is null : !IsSet("AWS_RETRY_MODE"))
        {
            config.RetryMode = profile?.RetryMode ?? RequestRetryMode.Adaptive;
        }

        if (profile is null ? FallbackInternalConfigurationFactory.MaxAttempts is null : !IsSet("AWS_MAX_ATTEMPTS"))
        {
            config.MaxErrorRetry = (profile?.MaxAttempts ?? MaxAttempts) - 1;
        }
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
