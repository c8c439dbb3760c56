using System.IO;

namespace JobMgmt.Aws.Tests.LocalRuntime;

/// <summary>The local runtime's program, as the solution's build leaves it.</summary>
public static class RuntimeProgram
{
    /// <summary>The program's dll, newest build first; null where it was not built.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var output = new DirectoryInfo(System.IO.Path.Combine(folder.FullName, "src", "JobMgmt.Runtime", "bin"));
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "JobMgmt.sln")))
            {
                return output.Exists
                    ? output.EnumerateFiles("JobMgmt.Runtime.dll", SearchOption.AllDirectories).OrderByDescending(file => file.LastWriteTimeUtc).FirstOrDefault()?.FullName
                    : null;
            }
        }

        return null;
    }
}
