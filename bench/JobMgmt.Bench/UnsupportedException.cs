namespace JobMgmt.Bench;

/// <summary>The server says that it lacks what the workload needs.</summary>
internal sealed class UnsupportedException(string message) : Exception(message);
