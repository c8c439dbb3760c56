namespace JobMgmt.Runtime.Processes;

/// <summary>Registration of the process supervisor.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) =>
        services.AddSingleton<SupervisorScript>().AddSingleton<ProcessSignals>().AddSingleton<IProcessSupervisor, ProcessSupervisor>();
}
