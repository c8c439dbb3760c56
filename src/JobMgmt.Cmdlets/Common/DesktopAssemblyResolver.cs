using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// Windows PowerShell 5.1 has no load contexts and reads no binding redirects of a module: what our assemblies ask for in another
/// version than the one beside them is answered from the module's folder. PowerShell 7 needs none of this (JobMgmt.Loader).
/// </summary>
public sealed class DesktopAssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(DesktopAssemblyResolver).Assembly.Location)!;

    private static bool IsDesktop => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void OnImport()
    {
        if (IsDesktop)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (IsDesktop)
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        // Only for our own: another module's wish must not be answered with our version.
        bool ours = args.RequestingAssembly is { IsDynamic: false } asking
            && string.Equals(Path.GetDirectoryName(asking.Location), Folder, StringComparison.OrdinalIgnoreCase);
        string path = Path.Combine(Folder, new AssemblyName(args.Name).Name + ".dll");
        return ours && File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
