using JobMgmt.Runtime.Executions.Activities;
using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Executions.Integrations.Mocks;
using JobMgmt.Runtime.Executions.Logging;
using JobMgmt.Runtime.Executions.MapRuns;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Executions;

/// <summary>Registration of what runs executions.</summary>
internal static class ExecutionService
{
    public static IServiceCollection AddExecutions(this IServiceCollection services) =>
        services.AddSingleton<DefinitionCache>().AddSingleton<MissingActivities>().AddSingleton<ExecutionSteps>().AddSingleton<ActivityQueue>()
            .AddSingleton<StatusChangeEvent>().AddSingleton<ExecutionLog>().AddSingleton<ExpressEnds>().AddSingleton<StepWriter>().AddSingleton<ExecutionTurns>().AddSingleton<MockedTasks>().AddSingleton<TaskDispatcher>().AddSingleton<TaskCaller>()
            .AddSingleton<ExecutionStarter>().AddSingleton<ExecutionRedriver>().AddSingleton<ExecutionLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<ExecutionLoop>())
            .AddSingleton<MapRunSignals>().AddSingleton<MapRunTasks>().AddSingleton<MapRunItems>().AddSingleton<MapRunStaging>().AddSingleton<MapRunChildren>().AddSingleton<MapRunChildResults>().AddSingleton<MapRunExport>().AddSingleton<MapRunEnd>()
            .AddSingleton<MapRunTurns>().AddSingleton<MapRunner>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<MapRunner>())
            .AddSingleton<IIntegration, StartExecutionIntegration>().AddSingleton<IIntegration, PutEventsIntegration>()
            .AddSingleton<IIntegration, DynamoDbIntegration>().AddSingleton<IIntegration, AwsSdkIntegration>();
}
