namespace JobMgmt.Runtime.Services;

/// <summary>Work that goes on in the background: resumed from the store at start, left in the store at stop.</summary>
internal interface IRuntimeLoop
{
    /// <summary>Takes up what the store holds. Called once, when the endpoint is known and before it is announced.</summary>
    Task StartAsync();

    /// <summary>Lets go: nothing of it runs after the task has ended.</summary>
    Task StopAsync();
}
