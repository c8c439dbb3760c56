using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Commands;

/// <summary>Registration of Run Command's engine.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddSingleton<WorkerSignal>().AddSingleton<CommandWatch>().AddSingleton<CommandEvents>().AddSingleton<CommandJournal>().AddSingleton<OutputUpload>().AddSingleton<ParameterReaderScript>().AddSingleton<InvocationRun>()
            .AddSingleton<CommandRunner>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<CommandRunner>());
}
