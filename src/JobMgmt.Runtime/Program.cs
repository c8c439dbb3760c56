using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime;

/// <summary><c>JobMgmt.Runtime --data-path DIR --port N</c>: runs the local runtime in the foreground until it is told to stop.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h" or "-?"])
        {
            await Console.Out.WriteLineAsync(RuntimeOptions.Usage);
            return 0;
        }

        if (args is [ParameterReader.Option, var parameter, "--data-path", var folder])
        {
            await using var output = Console.OpenStandardOutput();
            return await new ParameterReader(folder, TimeProvider.System).RunAsync(parameter, output, Console.Error);
        }

        if (!RuntimeOptions.TryParse(args, out var options, out var fault))
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        try
        {
            await using var host = await RuntimeHost.StartAsync(options, TimeProvider.System);
            using var idleMemory = new IdleMemory(host.Services.GetRequiredService<Database>(), TimeProvider.System);
            await Console.Out.WriteLineAsync(host.Description.ToString());
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (RuntimeStartException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }
}
