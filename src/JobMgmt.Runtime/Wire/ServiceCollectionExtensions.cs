using JobMgmt.Runtime.Wire.Rest;
using JobMgmt.Runtime.Wire.S3;

namespace JobMgmt.Runtime.Wire;

/// <summary>Registration of the HTTP front. The first protocol answers what none of them recognises.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddWire(this IServiceCollection services) =>
        services.AddSingleton<SignatureVerifier>().AddSingleton<WireFront>().AddSingleton<S3Front>().AddSingleton<S3Signature>().AddSingleton<S3LegacyUrl>()
            .AddSingleton<IWireProtocol, JsonProtocol>().AddSingleton<IWireProtocol, RestJsonProtocol>().AddSingleton<IWireProtocol, Ec2Protocol>().AddSingleton<IWireProtocol, QueryProtocol>();
}
