namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>Registration of Parameter Store's operations.</summary>
internal static class ParameterOperations
{
    public static IServiceCollection AddSsmParameters(this IServiceCollection services) => services;
}
