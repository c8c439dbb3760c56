using JobMgmt.Runtime.Automation.Actions;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Automation.Scripts;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>AWS Systems Manager: Automation.</summary>
internal static class AutomationService
{
    private const string Name = "ssm";

    public static IServiceCollection AddAutomation(this IServiceCollection services) =>
        services.AddActions()
            .AddSingleton<DocumentCache>().AddSingleton<StepInputs>().AddSingleton<StatusEvents>().AddSingleton<AutomationWaker>().AddSingleton<AutomationTransitions>()
            .AddSingleton<StepRunner>().AddSingleton<AutomationLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<AutomationLoop>())
            .AddSingleton<StartParameters>().AddSingleton<AutomationDescription>()
            .AddOperation<StartAutomationExecutionOperation>(Name, "StartAutomationExecution")
            .AddOperation<GetAutomationExecutionOperation>(Name, "GetAutomationExecution")
            .AddOperation<DescribeAutomationExecutionsOperation>(Name, "DescribeAutomationExecutions")
            .AddOperation<DescribeAutomationStepExecutionsOperation>(Name, "DescribeAutomationStepExecutions")
            .AddOperation<StopAutomationExecutionOperation>(Name, "StopAutomationExecution");

    private static IServiceCollection AddActions(this IServiceCollection services) =>
        services.AddSingleton<ScriptFiles>().AddSingleton<ScriptFolders>().AddSingleton<PythonInterpreter>().AddSingleton<ScriptEnvironment>().AddSingleton<StepActionTable>()
            .AddSingleton<IStepAction, ExecuteScriptAction>()
            .AddSingleton<IStepAction, RunCommandAction>()
            .AddSingleton<IStepAction, BranchAction>()
            .AddSingleton<IStepAction, ExecuteAwsApiAction>()
            .AddSingleton<IStepAction, SleepAction>()
            .AddSingleton<IStepAction, AssertAwsResourcePropertyAction>()
            .AddSingleton<IStepAction, WaitForAwsResourcePropertyAction>();
}
