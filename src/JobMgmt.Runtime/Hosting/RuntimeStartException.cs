namespace JobMgmt.Runtime.Hosting;

/// <summary>The runtime can't start; the message says why and what to do.</summary>
internal sealed class RuntimeStartException(string message, Exception? inner = null) : Exception(message, inner);
