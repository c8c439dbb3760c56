using System.IO;
using System.Text;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Files;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>The files of networks in folders.</summary>
internal static class NetworkSource
{
    private static readonly string[] Endings = [".jobnetwork.yaml", ".jobnetwork.yml", NetworkFile.AslEnding];
    private static readonly string[] YamlEndings = [".yaml", ".yml"];

    /// <summary>The files that a path stands for: itself, or a folder's networks at any depth.</summary>
    /// <exception cref="CmdletFailure">There is nothing.</exception>
    public static IReadOnlyList<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => EndsWithAny(file, Endings))
            .OrderBy(file => file, StringComparer.Ordinal).ToArray()
        : File.Exists(path) ? [path] : throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileNotFound(path));

    /// <summary>The YAML files of a folder that are none of a network by their names.</summary>
    public static IReadOnlyList<string> Others(string path) => !Directory.Exists(path) ? []
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => EndsWithAny(file, YamlEndings) && !EndsWithAny(file, Endings))
            .OrderBy(file => file, StringComparer.Ordinal).ToArray();

    /// <summary>Reads a file by its ending: JSON is a definition in the Amazon States Language, anything else YAML.</summary>
    /// <exception cref="CmdletFailure">It can't be read, or is no text.</exception>
    public static NetworkFile Read(string file)
    {
        string text = DefinitionFile.Read(file);
        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? NetworkFile.ReadAsl(text, DefinitionFile.NetworkName(file)) : NetworkFile.ReadYaml(text);
    }

    /// <summary>A name that every file system takes; what Windows reserves (CON, COM1) gets a sign in front.</summary>
    public static string FileName(string network, JobNetworkFileFormat format)
    {
        string stem = network.Split('.')[0].ToUpperInvariant();
        bool isReserved = stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && char.IsDigit(stem[3]));
        return (isReserved ? "_" : "") + network + (format == JobNetworkFileFormat.Yaml ? NetworkFile.YamlEnding : NetworkFile.AslEnding);
    }

    /// <summary>Writes a whole file or nothing: beside it first, then in its place.</summary>
    public static void Write(string file, string text)
    {
        string temporary = file + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(false));
            if (File.Exists(file))
            {
                File.Replace(temporary, file, null);
            }
            else
            {
                File.Move(temporary, file);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Whether a file has the text already, byte by byte; line ends as Git may change them count as the same.</summary>
    public static bool Has(string file, string text) => File.Exists(file) && File.ReadAllText(file).Replace("\r\n", "\n") == text;

    private static bool EndsWithAny(string file, string[] endings) => Array.Exists(endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
