namespace JobMgmt.Runtime.Services.States;

/// <summary>AWS Step Functions.</summary>
internal static class StatesService
{
    private const string Name = "states";

    public static IServiceCollection AddStates(this IServiceCollection services)
    {
        services.AddSingleton<DefinitionCheck>();
        return services
            .AddOperation<CreateStateMachineOperation>(Name, "CreateStateMachine")
            .AddOperation<UpdateStateMachineOperation>(Name, "UpdateStateMachine")
            .AddOperation<DescribeStateMachineOperation>(Name, "DescribeStateMachine")
            .AddOperation<ListStateMachinesOperation>(Name, "ListStateMachines")
            .AddOperation<DeleteStateMachineOperation>(Name, "DeleteStateMachine")
            .AddOperation<TagResourceOperation>(Name, "TagResource")
            .AddOperation<UntagResourceOperation>(Name, "UntagResource")
            .AddOperation<ListTagsForResourceOperation>(Name, "ListTagsForResource");
    }
}
