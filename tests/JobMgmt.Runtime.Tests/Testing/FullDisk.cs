using JobMgmt.Runtime.Store;
using Microsoft.Extensions.DependencyInjection;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Lets a runtime's store refuse every change, as it does on a full disk, until this is disposed.</summary>
internal sealed class FullDisk : IDisposable
{
    private readonly StoreConnection _writer;

    private FullDisk(StoreConnection writer) => _writer = writer;

    public static async Task<FullDisk> FillAsync(TestRuntime runtime)
    {
        var writer = await runtime.Host.Services.GetRequiredService<Database>().WriteAsync(connection =>
        {
            connection.ExecuteScript("PRAGMA query_only = ON");
            return connection;
        });
        return new FullDisk(writer);
    }

    public void Dispose() => _writer.ExecuteScript("PRAGMA query_only = OFF");
}
