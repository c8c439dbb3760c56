namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>The runtime died before it answered: the request may have been carried out or not.</summary>
internal sealed class OutcomeUnknownException(Exception inner) : Exception("The runtime was killed before it answered.", inner);
