namespace JobMgmt.Runtime.Services.States;

/// <summary>Step Functions' refusals, in its own words.</summary>
internal static class StatesErrors
{
    public static ServiceException InvalidArn(string reason) => new("InvalidArn", $"Invalid Arn: '{reason}'");

    public static ServiceException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static ServiceException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    public static ServiceException TaskTimedOut() => new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    public static ServiceException StateMachineDoesNotExist(string arn) => new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static ServiceException StateMachineAlreadyExists(string arn) => new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static ServiceException StateMachineTypeNotSupported() =>
        new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    public static ServiceException StateMachineDeleting(string arn) => new("StateMachineDeleting", $"State Machine Deleting: '{arn}'");

    public static ServiceException ExecutionDoesNotExist(string arn) => new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static ServiceException ExecutionNotRedrivable(string reason) => new("ExecutionNotRedrivable", reason);

    public static ServiceException ExecutionAlreadyExists(string arn) => new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static ServiceException ActivityDoesNotExist(string arn) => new("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");

    public static ServiceException InvalidExecutionInput(string reason) => new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static ServiceException ResourceNotFound(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'");

    /// <summary>What this runtime does not serve yet is refused by name, never half done.</summary>
    public static ServiceException NotServed(string what) => new("ValidationException", $"The local runtime does not serve {what}.");
}
