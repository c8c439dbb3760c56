using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>Tests of executions on a clock of their own, in a folder that a runtime can be started on again.</summary>
public abstract class RestartableTests : IAsyncLifetime
{
    private readonly string _dataPath = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    private protected ObservedClock Clock { get; } = new(StatesDriver.Noon);

    private protected TestRuntime Runtime { get; private set; } = null!;

    private protected StatesDriver States { get; private set; } = null!;

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await Runtime.DisposeAsync();
        ScratchFolder.Delete(_dataPath);
    }

    private protected async Task StartAsync()
    {
        Runtime = await TestRuntime.StartAsync(Clock, _dataPath);
        States = new StatesDriver(Runtime, Clock);
    }
}
