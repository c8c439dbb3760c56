namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>What the context object tells about an execution and its state machine.</summary>
/// <param name="ExecutionArn"><c>$$.Execution.Id</c>.</param>
/// <param name="ExecutionName"><c>$$.Execution.Name</c>.</param>
/// <param name="StateMachineArn"><c>$$.StateMachine.Id</c>.</param>
/// <param name="StateMachineName"><c>$$.StateMachine.Name</c>.</param>
/// <param name="RoleArn"><c>$$.Execution.RoleArn</c>.</param>
public sealed record ExecutionFacts(string ExecutionArn, string ExecutionName, string StateMachineArn, string StateMachineName, string RoleArn);
