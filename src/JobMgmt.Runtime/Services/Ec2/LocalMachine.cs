using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>The facts of the machine that every worker runs on, read once.</summary>
internal sealed class LocalMachine
{
    private readonly Lazy<(string Name, string Version)> _platform = new(ReadPlatform);
    private readonly Lazy<string> _address = new(ReadAddress);

    /// <summary><c>Ubuntu</c>, <c>Debian GNU/Linux</c>, <c>macOS</c>…</summary>
    public string PlatformName => _platform.Value.Name;

    public string PlatformVersion => _platform.Value.Version;

    /// <summary>As DescribeInstanceInformation spells it.</summary>
    public string PlatformType => OperatingSystem.IsMacOS() ? "MacOS" : OperatingSystem.IsWindows() ? "Windows" : "Linux";

    public string ComputerName => Environment.MachineName;

    /// <summary>The first address that is not a loopback's, else 127.0.0.1.</summary>
    public string Address => _address.Value;

    public string Architecture => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";

    private static string ReadAddress()
    {
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces()
                .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(address => address.Address)
                .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork)?.ToString() ?? IPAddress.Loopback.ToString();
        }
        catch (NetworkInformationException)
        {
            return IPAddress.Loopback.ToString();
        }
    }

    private static (string Name, string Version) ReadPlatform()
    {
        const string file = "/etc/os-release";
        if (!File.Exists(file))
        {
            return (OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsWindows() ? "Microsoft Windows" : "Linux", Environment.OSVersion.Version.ToString());
        }

        var values = File.ReadLines(file).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.First(), StringComparer.Ordinal);
        return (values.GetValueOrDefault("NAME", "Linux"), values.GetValueOrDefault("VERSION_ID", Environment.OSVersion.Version.ToString()));
    }
}
