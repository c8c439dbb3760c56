using System.Diagnostics;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Deletes a test's folder.</summary>
internal static class ScratchFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Deletes it with all that is in it. A command's supervisor outlives its runtime and may write its last file between the listing of a folder and the folder's removal, so that the folder is
    /// not empty after all: then once more.
    /// </summary>
    internal static void Delete(string path)
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            try
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            catch (IOException) when (Directory.Exists(path) && since.Elapsed < Patience)
            {
                Thread.Yield();
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
        }
    }
}
