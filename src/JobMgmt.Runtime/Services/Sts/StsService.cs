namespace JobMgmt.Runtime.Services.Sts;

/// <summary>AWS Security Token Service.</summary>
internal static class StsService
{
    public static IServiceCollection AddSts(this IServiceCollection services) =>
        services.AddOperation<GetCallerIdentityOperation>("sts", "GetCallerIdentity");
}
