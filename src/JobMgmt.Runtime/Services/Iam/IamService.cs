namespace JobMgmt.Runtime.Services.Iam;

/// <summary>AWS Identity and Access Management (API 2010-05-08): roles and their inline policies are kept, not enforced.</summary>
internal static class IamService
{
    public static IServiceCollection AddIam(this IServiceCollection services) => services;
}
