using System.Net.NetworkInformation;
using System.Security.Cryptography;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Ports for those who have to name one. They are below those that systems hand out, so that no connection and no listener of any other test gets one by chance, also while nobody listens on it.</summary>
internal static class FreePort
{
    /// <summary>One on which nobody listens.</summary>
    public static int Any()
    {
        var used = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        return Enumerable.Range(0, 100).Select(_ => RandomNumberGenerator.GetInt32(20_000, 30_000)).First(port => !used.Contains(port));
    }
}
