using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Commands;

/// <summary>Where commands run: a folder for each invocation, as long as it has not ended.</summary>
internal static class CommandFolder
{
    private const string Root = "commands";

    public static string Of(DataFolder data, string commandId, string instanceId) => data.In(Path.Combine(Root, commandId, instanceId));

    /// <summary>The invocation's folder is of no use any more. One that can't be deleted harms nobody.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }

        DeleteEmpty(Path.GetDirectoryName(folder)!); // the command's own, after its last invocation
    }

    /// <summary>Deletes what a killed runtime left of commands that have ended.</summary>
    public static void DeleteOthers(DataFolder data, IEnumerable<string> openCommandIds)
    {
        var root = data.In(Root);
        if (!Directory.Exists(root))
        {
            return;
        }

        var open = openCommandIds.ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => !open.Contains(Path.GetFileName(folder))).ToArray())
        {
            foreach (var invocation in Directory.EnumerateDirectories(folder).ToArray())
            {
                Delete(invocation);
            }

            DeleteEmpty(folder); // of one that was killed between the two
        }
    }

    private static void DeleteEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // other invocations are there still
        }
    }
}
