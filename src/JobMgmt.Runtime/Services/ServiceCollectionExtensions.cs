using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Services.DynamoDb;
using JobMgmt.Runtime.Services.Ec2;
using JobMgmt.Runtime.Services.Events;
using JobMgmt.Runtime.Services.Iam;
using JobMgmt.Runtime.Services.Logs;
using JobMgmt.Runtime.Services.S3;
using JobMgmt.Runtime.Services.Scheduler;
using JobMgmt.Runtime.Services.Sns;
using JobMgmt.Runtime.Services.Ssm.Automation;
using JobMgmt.Runtime.Services.Ssm.Commands;
using JobMgmt.Runtime.Services.Ssm.Documents;
using JobMgmt.Runtime.Services.Ssm.Instances;
using JobMgmt.Runtime.Services.Ssm.Parameters;
using JobMgmt.Runtime.Services.States;
using JobMgmt.Runtime.Services.Sts;

namespace JobMgmt.Runtime.Services;

/// <summary>Registration of the services: each has a class of its own that lists its operations.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>All services of the runtime.</summary>
    public static IServiceCollection AddServices(this IServiceCollection services)
    {
        services.AddSingleton<ServiceRouter>().AddSingleton(new OperationTable());
        services.AddProcesses();
        services.AddCommands();
        services.AddEc2();
        services.AddSsmInstances();
        services.AddDocuments();
        services.AddAutomation();
        services.AddSsmCommands();
        services.AddSsmParameters();
        services.AddIam();
        services.AddSts();
        services.AddLogs();
        services.AddS3();
        services.AddDynamoDb();
        services.AddSns();
        services.AddEvents();
        services.AddScheduler();
        services.AddStates();
        return services;
    }

    /// <summary>Adds an operation. It is made when it is first called.</summary>
    public static IServiceCollection AddOperation<TOperation>(this IServiceCollection services, string service, string operation)
        where TOperation : class, IServiceOperation
    {
        var table = (OperationTable)services.First(descriptor => descriptor.ServiceType == typeof(OperationTable)).ImplementationInstance!;
        table.Add(service, operation, typeof(TOperation));
        return services.AddSingleton<TOperation>();
    }
}
