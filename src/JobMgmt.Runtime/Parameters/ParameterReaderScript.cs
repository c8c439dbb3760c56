using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Parameters;

/// <summary>
/// The command by which a job's script reads an SSM parameter of this runtime: a shell script in the data folder that calls this very program. Its name is made from its
/// content, since a job that was started before an update still has the old one's.
/// </summary>
internal sealed class ParameterReaderScript
{
    /// <summary>The environment variable that names it for the processes of Run Command.</summary>
    public const string Variable = "JOBMGMT_PARAMETER_READER";

    public ParameterReaderScript(DataFolder data)
    {
        var program = string.Join(' ', Program().Select(Quote));
        var content = $"#!/bin/sh\nexec {program} {ParameterReader.Option} \"$1\" --data-path {Quote(data.Path)}\n";
        Path = data.In($"read-parameter-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}.sh");
        if (!File.Exists(Path))
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            using (var writer = new StreamWriter(Path + ".new", options))
            {
                writer.Write(content);
            }

            File.Move(Path + ".new", Path, overwrite: true);
        }
    }

    /// <summary>The script; it takes one parameter's name.</summary>
    public string Path { get; }

    /// <summary>The program itself, or the <c>dotnet</c> that runs it.</summary>
    private static string[] Program()
    {
        var assembly = typeof(ParameterReaderScript).Assembly.Location;
        var host = Environment.ProcessPath;
        return host is null ? ["dotnet", assembly]
            : System.IO.Path.GetFileNameWithoutExtension(host) == System.IO.Path.GetFileNameWithoutExtension(assembly) ? [host]
            : System.IO.Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, assembly]
            : ["dotnet", assembly];
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
