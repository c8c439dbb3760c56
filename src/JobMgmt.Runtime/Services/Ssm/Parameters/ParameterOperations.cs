using JobMgmt.Runtime.Parameters;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>Registration of Parameter Store's operations.</summary>
internal static class ParameterOperations
{
    public static IServiceCollection AddSsmParameters(this IServiceCollection services) =>
        services.AddSingleton<ParameterCipher>()
            .AddSingleton<ParameterDescription>()
            .AddOperation<PutParameterOperation>("ssm", "PutParameter")
            .AddOperation<GetParameterOperation>("ssm", "GetParameter")
            .AddOperation<GetParametersOperation>("ssm", "GetParameters")
            .AddOperation<GetParametersByPathOperation>("ssm", "GetParametersByPath")
            .AddOperation<GetParameterHistoryOperation>("ssm", "GetParameterHistory")
            .AddOperation<DescribeParametersOperation>("ssm", "DescribeParameters")
            .AddOperation<DeleteParameterOperation>("ssm", "DeleteParameter")
            .AddOperation<DeleteParametersOperation>("ssm", "DeleteParameters");
}
