namespace JobMgmt.Runtime.Executions;

/// <summary>
/// A task was given up while its call was on its way. Thrown in the call's own transaction, so that it is as if the call had never been made: what it started would
/// stand in no history, and nobody could stop it.
/// </summary>
internal sealed class TaskGivenUpException : Exception;
