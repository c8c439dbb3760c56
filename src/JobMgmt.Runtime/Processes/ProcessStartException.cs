namespace JobMgmt.Runtime.Processes;

/// <summary>A process can't be started; the message says why.</summary>
internal sealed class ProcessStartException(string message, Exception? inner = null) : Exception(message, inner);
