using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement;
using Amazon.Util.Internal;

namespace JobMgmt.Aws.Protocols;

/// <summary>
/// Base of the configurations of our own clients: everything (region, ServiceURL, retries, timeouts, proxy, AWS_ENDPOINT_URL,
/// profile settings) is the SDK's <see cref="ClientConfig"/>.
/// </summary>
public abstract class AwsServiceConfig : ClientConfig
{
    // The default configurations (standard, in-region, ...) are the same table in every AWSSDK package; SSM's is at hand.
    private protected AwsServiceConfig(ServiceDescription service)
        : base(new DefaultConfigurationProvider(AmazonSimpleSystemsManagementDefaultConfiguration.GetAllConfigurations()))
    {
        Service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = service.Endpoints;
        UserAgent = InternalSDKUtils.BuildUserAgentString(
            service.ServiceId.Replace(' ', '_'),
            typeof(AwsServiceConfig).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");
    }

    /// <inheritdoc/>
    public override string ServiceVersion => Service.ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent { get; }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service.SigningName;

    internal ServiceDescription Service { get; }

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        Service.Endpoints.ResolveEndpoint(EndpointFacts.Of(this, parameters?.AlternateEndpoint));
}
