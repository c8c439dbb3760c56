using System.Reflection;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>The files that scripts are run with, laid out in the data folder: the runners, and the stand-in for boto3.</summary>
internal sealed class ScriptFiles(DataFolder folder)
{
    private const string Prefix = "script/";
    private readonly Lazy<string> _root = new(() => LayOut(folder.In("scripts")));

    public string PythonRunner => Path.Combine(_root.Value, "run_handler.py");

    public string PowerShellRunner => Path.Combine(_root.Value, "run_handler.ps1");

    public string StandIn => Path.Combine(_root.Value, "standin");

    private static string LayOut(string root)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = Path.Combine(root, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var content = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = content.ReadToEnd();
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path, text);
            }
        }

        return root;
    }
}
