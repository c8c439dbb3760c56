using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;

namespace JobMgmt.Aws.Sessions;

/// <summary>Finds credentials and Region in the order of the AWS SDK: given, profile, environment, container, instance.</summary>
internal static class AwsCredentialSource
{
    /// <exception cref="SessionException">Nothing gives credentials or a Region.</exception>
    public static (AWSCredentials Credentials, string Region, CredentialProfile? Profile) Find(AwsSessionOptions options)
    {
        var given = options.ExplicitCredentials();
        var profile = options.ProfileName is null ? null : Profile(options);
        var region = options.Region ?? profile?.Region?.SystemName ?? FallbackRegion();
        return (given ?? FromProfile(profile, options) ?? Default(region), region, profile);
    }

    private static CredentialProfile Profile(AwsSessionOptions options)
    {
        var chain = new CredentialProfileStoreChain(options.ProfileLocation);
        return chain.TryGetProfile(options.ProfileName, out var profile) ? profile : throw new SessionException(
            SessionErrorCode.ProfileNotFound,
            $"There is no profile '{options.ProfileName}'. Profiles: {string.Join(", ", chain.ListProfiles().Select(item => item.Name).Distinct())}.");
    }

    private static AWSCredentials? FromProfile(CredentialProfile? profile, AwsSessionOptions options)
    {
        if (profile is null)
        {
            return null;
        }

        try
        {
            return profile.GetAWSCredentials(new CredentialProfileStoreChain(options.ProfileLocation));
        }
        catch (Exception exception)
        {
            throw new SessionException(
                SessionErrorCode.ProfileUnusable,
                $"The profile '{profile.Name}' gives no credentials: {exception.Message}",
                exception);
        }
    }

    private static AWSCredentials Default(string region)
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials(new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });
        }
        catch (AmazonClientException exception)
        {
            throw new SessionException(
                SessionErrorCode.CredentialsNotFound,
                "No AWS credentials were found. Name a profile, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give keys.",
                exception);
        }
    }

    private static string FallbackRegion()
    {
        RegionEndpoint? region;
        try
        {
            region = FallbackRegionFactory.GetRegionEndpoint();
        }
        catch (AmazonClientException exception)
        {
            throw NoRegion(exception);
        }

        return region?.SystemName ?? throw NoRegion(null);
    }

    private static SessionException NoRegion(Exception? cause) => new(
        SessionErrorCode.RegionNotFound,
        "No AWS Region was found. Name one, for example ap-northeast-1, or set AWS_REGION or the profile's region.",
        cause);
}
