using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace JobMgmt.Loader;

/// <summary>
/// The context that the module's private assemblies live in, so that another module's copy of the same assembly
/// (AWS.Tools brings its own AWSSDK.Core) and ours never meet.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string CmdletAssembly = "JobMgmt.Cmdlets";
    private static readonly object Gate = new();
    private static ModuleLoadContext? _instance;

    private readonly string _folder;
    private readonly Dictionary<string, string> _platform;

    private ModuleLoadContext(string folder)
        : base("JobMgmt", isCollectible: false)
    {
        _folder = folder;
        _platform = PlatformAssemblies();
    }

    /// <summary>Loads the cmdlet assembly from the module's <c>bin</c> folder, once a process, and returns it.</summary>
    /// <returns>The assembly to hand to <c>Import-Module -Assembly</c>.</returns>
    public static Assembly LoadCmdlets()
    {
        lock (Gate)
        {
            // A second import of the module, in this or another runspace, gets the same assembly: types of two contexts never mix.
            _instance ??= new ModuleLoadContext(Path.Combine(Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!, "bin"));
            return _instance.LoadFromAssemblyName(new AssemblyName(CmdletAssembly));
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) && !HostServes(assemblyName) ? LoadFromAssemblyPath(path) : null;
    }

    // What PowerShell itself brings in the version asked for, or newer, is taken from there: its System.Text.Json is
    // compiled ahead of time, the copy for netstandard2.0 beside our cmdlets is not, and import would pay for it.
    private bool HostServes(AssemblyName wanted)
        => wanted.Name is { } name
            && name.StartsWith("System.", StringComparison.Ordinal)
            && _platform.TryGetValue(name, out string? path)
            && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;

    private static Dictionary<string, string> PlatformAssemblies()
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string list = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        foreach (string path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            result[Path.GetFileNameWithoutExtension(path)] = path;
        }

        return result;
    }
}
