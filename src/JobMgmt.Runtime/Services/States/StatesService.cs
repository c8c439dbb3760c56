using JobMgmt.Runtime.Executions;

namespace JobMgmt.Runtime.Services.States;

/// <summary>AWS Step Functions.</summary>
internal static class StatesService
{
    private const string Name = "states";

    public static IServiceCollection AddStates(this IServiceCollection services)
    {
        services.AddExecutions().AddSingleton<DefinitionCheck>().AddSingleton<TaskTokens>();
        return services
            .AddOperation<CreateStateMachineOperation>(Name, "CreateStateMachine")
            .AddOperation<UpdateStateMachineOperation>(Name, "UpdateStateMachine")
            .AddOperation<DescribeStateMachineOperation>(Name, "DescribeStateMachine")
            .AddOperation<ListStateMachinesOperation>(Name, "ListStateMachines")
            .AddOperation<DeleteStateMachineOperation>(Name, "DeleteStateMachine")
            .AddOperation<DescribeStateMachineForExecutionOperation>(Name, "DescribeStateMachineForExecution")
            .AddOperation<ValidateStateMachineDefinitionOperation>(Name, "ValidateStateMachineDefinition")
            .AddOperation<TestStateOperation>(Name, "TestState")
            .AddOperation<StartExecutionOperation>(Name, "StartExecution")
            .AddOperation<StartSyncExecutionOperation>(Name, "StartSyncExecution")
            .AddOperation<StopExecutionOperation>(Name, "StopExecution")
            .AddOperation<RedriveExecutionOperation>(Name, "RedriveExecution")
            .AddOperation<DescribeExecutionOperation>(Name, "DescribeExecution")
            .AddOperation<ListExecutionsOperation>(Name, "ListExecutions")
            .AddOperation<DescribeMapRunOperation>(Name, "DescribeMapRun")
            .AddOperation<ListMapRunsOperation>(Name, "ListMapRuns")
            .AddOperation<UpdateMapRunOperation>(Name, "UpdateMapRun")
            .AddOperation<GetExecutionHistoryOperation>(Name, "GetExecutionHistory")
            .AddOperation<SendTaskSuccessOperation>(Name, "SendTaskSuccess")
            .AddOperation<SendTaskFailureOperation>(Name, "SendTaskFailure")
            .AddOperation<SendTaskHeartbeatOperation>(Name, "SendTaskHeartbeat")
            .AddOperation<PublishStateMachineVersionOperation>(Name, "PublishStateMachineVersion")
            .AddOperation<ListStateMachineVersionsOperation>(Name, "ListStateMachineVersions")
            .AddOperation<DeleteStateMachineVersionOperation>(Name, "DeleteStateMachineVersion")
            .AddOperation<CreateStateMachineAliasOperation>(Name, "CreateStateMachineAlias")
            .AddOperation<UpdateStateMachineAliasOperation>(Name, "UpdateStateMachineAlias")
            .AddOperation<DescribeStateMachineAliasOperation>(Name, "DescribeStateMachineAlias")
            .AddOperation<ListStateMachineAliasesOperation>(Name, "ListStateMachineAliases")
            .AddOperation<DeleteStateMachineAliasOperation>(Name, "DeleteStateMachineAlias")
            .AddOperation<CreateActivityOperation>(Name, "CreateActivity")
            .AddOperation<DescribeActivityOperation>(Name, "DescribeActivity")
            .AddOperation<ListActivitiesOperation>(Name, "ListActivities")
            .AddOperation<DeleteActivityOperation>(Name, "DeleteActivity")
            .AddOperation<GetActivityTaskOperation>(Name, "GetActivityTask")
            .AddOperation<TagResourceOperation>(Name, "TagResource")
            .AddOperation<UntagResourceOperation>(Name, "UntagResource")
            .AddOperation<ListTagsForResourceOperation>(Name, "ListTagsForResource");
    }
}
