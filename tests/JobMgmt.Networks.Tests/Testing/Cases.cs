using System.IO;

namespace JobMgmt.Networks.Tests.Testing;

internal static class Cases
{
    internal static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", name));
}
