using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>The optimised integrations and their actions. A table; what <c>aws-sdk</c> calls there are <see cref="SdkActions"/> tells.</summary>
internal static class OptimizedIntegrations
{
    private const string SdkPrefix = "aws-sdk:";

    private static readonly Dictionary<string, string[]> _actions = new(StringComparer.Ordinal)
    {
        ["apigateway"] = ["invoke"],
        ["athena"] = ["startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults"],
        ["batch"] = ["submitJob"],
        ["bedrock"] = ["invokeModel", "createModelCustomizationJob"],
        ["codebuild"] = ["startBuild", "stopBuild", "batchDeleteBuilds", "batchGetReports", "startBuildBatch", "stopBuildBatch", "retryBuildBatch", "deleteBuildBatch"],
        ["databrew"] = ["startJobRun"],
        ["dynamodb"] = ["getItem", "putItem", "updateItem", "deleteItem"],
        ["ecs"] = ["runTask"],
        ["eks"] = ["call", "runJob", "createCluster", "deleteCluster", "createNodegroup", "deleteNodegroup", "createFargateProfile", "deleteFargateProfile"],
        ["elasticmapreduce"] =
        [
            "createCluster", "terminateCluster", "addStep", "cancelStep", "modifyInstanceFleetByName", "modifyInstanceGroupByName", "setClusterTerminationProtection",
        ],
        ["emr-containers"] = ["createVirtualCluster", "deleteVirtualCluster", "startJobRun"],
        ["emr-serverless"] = ["createApplication", "startApplication", "stopApplication", "deleteApplication", "startJobRun", "cancelJobRun"],
        ["events"] = ["putEvents"],
        ["glue"] = ["startJobRun"],
        ["http"] = ["invoke"],
        ["lambda"] = ["invoke"],
        ["mediaconvert"] = ["createJob"],
        ["sagemaker"] =
        [
            "createEndpoint", "createEndpointConfig", "createHyperParameterTuningJob", "createLabelingJob", "createModel", "createProcessingJob", "createTrainingJob",
            "createTransformJob", "updateEndpoint",
        ],
        ["sns"] = ["publish"],
        ["sqs"] = ["sendMessage"],
        ["states"] = ["startExecution"],
    };

    // the integrations that have no .sync, and those that have no callback (documented, and measured)
    private static readonly HashSet<string> _withoutSync = ["apigateway", "dynamodb", "events", "http", "lambda", "sns", "sqs"];

    private static readonly HashSet<string> _withoutToken =
        ["athena", "batch", "codebuild", "databrew", "dynamodb", "elasticmapreduce", "emr-containers", "emr-serverless", "glue", "mediaconvert", "sagemaker"];

    public static bool Has(TaskResource resource) =>
        resource.Kind != TaskResourceKind.Service
        || (HasPattern(resource)
            && (IsSdk(resource) ? SdkActions.MayHave(resource.ResourceType.Substring(SdkPrefix.Length), resource.Action)
                : _actions.TryGetValue(resource.ResourceType, out var actions) && actions.Contains(resource.Action)));

    private static bool HasPattern(TaskResource resource) => resource.Pattern switch
    {
        TaskPattern.Sync => !IsSdk(resource) && !_withoutSync.Contains(resource.ResourceType)
            && (resource.ResourceType == "states" || !resource.Resource.EndsWith(":2", StringComparison.Ordinal)),
        TaskPattern.WaitForTaskToken => !_withoutToken.Contains(resource.ResourceType),
        _ => true,
    };

    private static bool IsSdk(TaskResource resource) => resource.ResourceType.StartsWith(SdkPrefix, StringComparison.Ordinal);
}
