namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>Registration of Run Command's operations.</summary>
internal static class CommandOperations
{
    public static IServiceCollection AddSsmCommands(this IServiceCollection services) =>
        services.AddSingleton<CommandTargets>()
            .AddSingleton<CommandDescription>()
            .AddOperation<SendCommandOperation>("ssm", "SendCommand")
            .AddOperation<ListCommandsOperation>("ssm", "ListCommands")
            .AddOperation<ListCommandInvocationsOperation>("ssm", "ListCommandInvocations")
            .AddOperation<GetCommandInvocationOperation>("ssm", "GetCommandInvocation")
            .AddOperation<CancelCommandOperation>("ssm", "CancelCommand");
}
