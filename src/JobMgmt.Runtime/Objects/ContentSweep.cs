using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Objects;

/// <summary>At start, deletes the files that a killed runtime left without a row. In the background: nothing waits for it.</summary>
internal sealed class ContentSweep(ContentFolder folder, Database database, ILogger<ContentSweep> log) : IRuntimeLoop
{
    private Task _sweep = Task.CompletedTask;

    public Task StartAsync()
    {
        _sweep = Task.Run(Sweep);
        return Task.CompletedTask;
    }

    public Task StopAsync() => _sweep;

    private void Sweep()
    {
        try
        {
            folder.Sweep(database.Read(S3ObjectStore.Contents));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(error, "Files of deleted objects stay until the next start");
        }
    }
}
