namespace JobMgmt.Runtime.Store;

/// <summary>Something that an execution is told and has not taken a step on yet.</summary>
/// <param name="Id">The store's key, in the order of arrival.</param>
/// <param name="Execution">The execution's key.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Task">The task that it is about; 0 for <see cref="ExecutionInputKind.Abort"/>.</param>
/// <param name="Output">The output, as JSON text.</param>
/// <param name="Error">The error name.</param>
/// <param name="Cause">The cause.</param>
internal sealed record ExecutionInputRecord(long Id, long Execution, ExecutionInputKind Kind, long Task, string? Output, string? Error, string? Cause);
