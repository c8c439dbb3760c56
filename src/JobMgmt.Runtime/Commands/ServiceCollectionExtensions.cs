namespace JobMgmt.Runtime.Commands;

/// <summary>Registration of Run Command's engine.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services.AddSingleton<WorkerSignal>().AddSingleton<CommandWatch>();
}
