using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Settings of the AWS Step Functions client; the SDK's own.</summary>
public sealed class AmazonStepFunctionsConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonStepFunctionsConfig()
        : base(StepFunctionsService.Description)
    {
    }
}
