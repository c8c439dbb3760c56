namespace JobMgmt.Runtime.Store;

/// <summary>The store could not commit (a full or failing disk): nothing of the change stayed.</summary>
internal sealed class StoreUnavailableException(Exception inner)
    : Exception($"The local runtime's store can't write: {inner.Message}. Nothing of the request was kept; make room and repeat it.", inner);
