namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of StartExecution.</summary>
public sealed class StartExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine, version or alias to start.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The execution's name, 1 to 80 characters; absent gives a random one.</summary>
    public string? Name { get; set; }

    /// <summary>The input: JSON text of at most 262,144 UTF-8 bytes.</summary>
    public string? Input { get; set; }

    /// <summary>An AWS X-Ray trace header.</summary>
    public string? TraceHeader { get; set; }
}
