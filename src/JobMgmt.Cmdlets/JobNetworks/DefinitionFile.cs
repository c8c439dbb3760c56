using System.IO;
using System.Text;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks.Files;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>A file with a definition.</summary>
internal static class DefinitionFile
{
    /// <summary>Its text; a byte order mark says which Unicode, else it is UTF-8.</summary>
    /// <exception cref="CmdletFailure">It is not there, can't be read, or is no text.</exception>
    public static string Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileIsFolder(path));
        }

        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, true), true);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileNotFound(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileNotText(path, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileUnreadable(path, e));
        }
    }

    /// <summary>What a file's name says of the network's: <c>nightly</c> for <c>nightly.asl.json</c>.</summary>
    public static string NetworkName(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(".asl", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
