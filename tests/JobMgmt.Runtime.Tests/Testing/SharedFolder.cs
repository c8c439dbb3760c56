namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Material that tests read by path and that is not part of the project: <c>shared/</c> beside the checkout, or where JOBMGMT_SHARED points.</summary>
internal static class SharedFolder
{
    /// <summary>The full path of something in it, or null where it is not there.</summary>
    public static string? Find(string relative)
    {
        if (Environment.GetEnvironmentVariable("JOBMGMT_SHARED") is { Length: > 0 } told)
        {
            return Existing(Path.Combine(told, relative));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", relative)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => File.Exists(path) || Directory.Exists(path) ? path : null;
}
