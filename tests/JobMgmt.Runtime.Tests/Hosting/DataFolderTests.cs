using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Hosting;

public sealed class DataFolderTests
{
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_AreTheOwnersAlone_InAFolderThatOthersMayRead()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-");
        File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            await using var runtime = await TestRuntime.StartAsync(dataPath: folder.FullName);
            var worker = await runtime.RunWorkerAsync();
            var command = await runtime.SendAsync(worker, "sleep 600");
            await Eventually.IsTrueAsync(() => Directory.Exists(Path.Combine(folder.FullName, "commands", command, worker)));

            var secret = Directory.GetFiles(folder.FullName, "jobmgmt.db*").Append(Path.Combine(folder.FullName, "credentials"))
                .Append(Path.Combine(folder.FullName, "commands", command, worker));
            Assert.All(secret, file => Assert.Equal(
                UnixFileMode.None, File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.GroupRead | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute)));

            await runtime.CallAsync("ssm", "CancelCommand", ("CommandId", command));
            await runtime.WaitAsync(command, worker);
        }
        finally
        {
            ScratchFolder.Delete(folder.FullName);
        }
    }

    [Fact]
    public async Task Start_TakesTheFirst_WhenCredentialsNameAKeyTwice()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "credentials"), "[default]\naws_access_key_id = A\naws_secret_access_key = S\n[other]\naws_access_key_id = B\naws_secret_access_key = T\n");
            await using var runtime = await TestRuntime.StartAsync(dataPath: folder.FullName);

            Assert.Equal(new AccessKey("A", "S"), runtime.Host.Identity.Key);
        }
        finally
        {
            ScratchFolder.Delete(folder.FullName);
        }
    }

    [Fact]
    public async Task Start_ListensWhereTheLastOneDid_UnlessSomebodyElseDoes()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        try
        {
            string first;
            await using (var runtime = await RuntimeHost.StartAsync(new RuntimeOptions(folder, FreePort.Any(), "us-east-1", null), TimeProvider.System))
            {
                first = runtime.Identity.Endpoint;
            }

            await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
            {
                Assert.Equal(first, runtime.Endpoint);
            }

            using var other = new TcpListener(IPAddress.Loopback, new Uri(first).Port);
            other.Start();
            await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
            {
                Assert.NotEqual(first, runtime.Endpoint);
            }
        }
        finally
        {
            ScratchFolder.Delete(folder);
        }
    }
}
