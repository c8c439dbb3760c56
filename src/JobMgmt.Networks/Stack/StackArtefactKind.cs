namespace JobMgmt.Networks.Stack;

/// <summary>What sort of AWS resource an artefact is.</summary>
public enum StackArtefactKind
{
    /// <summary>A CloudWatch Logs log group.</summary>
    LogGroup,

    /// <summary>A CloudWatch Logs resource policy.</summary>
    LogResourcePolicy,

    /// <summary>An IAM role with its inline policies.</summary>
    Role,

    /// <summary>An SSM Automation document.</summary>
    Document,

    /// <summary>A Step Functions state machine.</summary>
    StateMachine,

    /// <summary>A DynamoDB table.</summary>
    Table,

    /// <summary>A schedule group of EventBridge Scheduler.</summary>
    ScheduleGroup,

    /// <summary>An EventBridge rule with its targets.</summary>
    Rule,
}
