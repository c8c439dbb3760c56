using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>The folder of one attempt at a script step: what goes in, what comes out, and its supervisor's files.</summary>
/// <param name="Path">The folder.</param>
internal sealed record ScriptFolder(string Path)
{
    private const int LongestLog = 100 * 1024;

    public bool Exists => Directory.Exists(Path);

    /// <summary>Lays out the input. Repeating it is harmless.</summary>
    public void Write(string scriptName, string script, JsonObject request)
    {
        Directory.CreateDirectory(Path);
        WriteOnce("request.json", request.ToString());
        WriteOnce(scriptName, script);
    }

    /// <summary>What the runner left; null where it did not come so far.</summary>
    public JsonObject? ReadResult()
    {
        var file = System.IO.Path.Combine(Path, "result.json");
        return File.Exists(file) && JsonValue.TryParse(File.ReadAllText(file), out var value) ? value as JsonObject : null;
    }

    /// <summary>What the script has printed, the first 100 KB of it.</summary>
    public static string ReadLog(params string[] files)
    {
        var text = new StringBuilder();
        foreach (var file in files.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[Math.Min(stream.Length, LongestLog - text.Length)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            text.Append(Encoding.UTF8.GetString(bytes, 0, read));
        }

        return text.ToString();
    }

    public void Delete()
    {
        if (Exists)
        {
            Directory.Delete(Path, recursive: true);
            var automation = System.IO.Path.GetDirectoryName(Path)!;
            if (!Directory.EnumerateFileSystemEntries(automation).Any())
            {
                Directory.Delete(automation);
            }
        }
    }

    private void WriteOnce(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        if (!File.Exists(file))
        {
            File.WriteAllText(file + ".new", content);
            File.Move(file + ".new", file, overwrite: true);
        }
    }
}
