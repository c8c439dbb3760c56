using System.Reflection;
using System.Security.Cryptography;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Processes;

/// <summary>
/// The supervisor: a POSIX shell script, kept in the data folder under a name made from its content. A shell reads its script as it goes, so an update of the
/// runtime must not change a script that runs.
/// </summary>
internal sealed class SupervisorScript
{
    public SupervisorScript(DataFolder data)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var resource = assembly.GetManifestResourceStream("JobMgmt.Runtime.Processes.supervise.sh")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        Path = data.In($"supervise-{Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..12]}.sh");
        if (!File.Exists(Path))
        {
            File.WriteAllBytes(Path + ".new", content.ToArray());
            File.Move(Path + ".new", Path, overwrite: true);
        }
    }

    public string Path { get; }

    /// <summary>
    /// The command that runs the script as the leader of a session of its own, out of reach of the terminal's Ctrl-C and hang-up. macOS has no setsid command, but
    /// always perl.
    /// </summary>
    public IReadOnlyList<string> Command(IEnumerable<string> arguments) =>
        ExecutablePath.Find("setsid") is { } setsid
            ? [setsid, "/bin/sh", Path, .. arguments]
            : ["perl", "-MPOSIX=setsid", "-e", "setsid(); exec { $ARGV[0] } @ARGV", "/bin/sh", Path, .. arguments];
}
