using System.Net;
using System.Net.Sockets;
using JobMgmt.Runtime.Executions.Integrations.Mocks;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Wire;
using JobMgmt.StatesLanguage.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JobMgmt.Runtime.Hosting;

/// <summary>A running runtime: the data folder, the store, the services and the HTTP front.</summary>
internal sealed class RuntimeHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataFolder _folder;

    private RuntimeHost(WebApplication app, DataFolder folder, JsonObject description)
    {
        _app = app;
        _folder = folder;
        Description = description;
    }

    /// <summary><c>{"endpoint","region","dataPath","pid"}</c>, and <c>"mockConfigFile"</c> where there is one.</summary>
    public JsonObject Description { get; }

    public IServiceProvider Services => _app.Services;

    public RuntimeIdentity Identity => _app.Services.GetRequiredService<RuntimeIdentity>();

    public static async Task<RuntimeHost> StartAsync(RuntimeOptions options, TimeProvider time)
    {
        var mocks = MockFile.Open(options.MockConfigFile); // a wrong one is told before anything is taken
        var folder = DataFolder.Take(options.DataPath);
        WebApplication? app = null;
        try
        {
            var identity = new RuntimeIdentity(options, folder.Key);
            app = Build(options, identity, folder, mocks, time);
            await app.StartAsync();
            identity.Endpoint = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            foreach (var loop in app.Services.GetServices<IRuntimeLoop>())
            {
                await loop.StartAsync();
            }

            return new RuntimeHost(app, folder, folder.Announce(identity.Endpoint, options));
        }
        catch (IOException error)
        {
            throw new RuntimeStartException($"Port {options.Port} can't be listened on: {error.Message}", error);
        }
        finally
        {
            if (app?.Services.GetRequiredService<RuntimeIdentity>().Endpoint is null or "")
            {
                await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
                folder.Dispose();
            }
        }
    }

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <summary>Stops serving and the loops, in that order; commands that run go on under their supervisors.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        foreach (var loop in _app.Services.GetServices<IRuntimeLoop>().Reverse())
        {
            await loop.StopAsync();
        }

        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A runtime that is started again is where it was: clients and scripts of before reach it.</summary>
    private static int Port(RuntimeOptions options, DataFolder folder) => options.Port == 0 && folder.LastPort is { } last && IsFree(last) ? last : options.Port;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static WebApplication Build(RuntimeOptions options, RuntimeIdentity identity, DataFolder folder, MockFile mocks, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions()); // no settings files, which the others would watch for changes
        builder.WebHost.UseKestrelCore();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // why it did not start is said once, in one line
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace); // standard output carries the one JSON line
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Port(options, folder));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // the front has a limit of its own, and answers in the service's form
            kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8; // S3 gives headers back as they were put
        });
        builder.Services.AddSingleton(time).AddSingleton(identity).AddSingleton(folder).AddSingleton(mocks);
        builder.Services.AddSingleton(_ => Database.Open(folder.In("jobmgmt.db")));
        builder.Services.AddWire().AddServices();
        var app = builder.Build();
        app.Services.GetRequiredService<Database>(); // a folder that can't be read is refused before anything listens
        app.Run(app.Services.GetRequiredService<WireFront>().HandleAsync);
        return app;
    }
}
