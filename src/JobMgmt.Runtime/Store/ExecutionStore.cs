namespace JobMgmt.Runtime.Store;

/// <summary>Executions.</summary>
internal static class ExecutionStore
{
    public static bool AnyRunning(StoreConnection connection, string stateMachineArn) =>
        connection.QueryNumber("SELECT 1 FROM executions WHERE state_machine_arn = $1 AND status = 'RUNNING' LIMIT 1", stateMachineArn) is not null;
}
