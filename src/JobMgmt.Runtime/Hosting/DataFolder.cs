using System.Security.Cryptography;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Hosting;

/// <summary>
/// The data folder: held by one runtime at a time, readable by its owner alone. It keeps the key pair, which is made at first start, and tells
/// clients how to reach the runtime (<c>runtime.json</c>, and <c>credentials</c> and <c>config</c> in the AWS shared-file format).
/// </summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>The file that tells clients where the runtime is, while there is one.</summary>
    public const string RuntimeFileName = "runtime.json";

    /// <summary>The file that has the key pair.</summary>
    public const string CredentialsFileName = "credentials";

    private readonly FileStream _hold;

    private DataFolder(string path, FileStream hold, AccessKey key)
    {
        Path = path;
        _hold = hold;
        Key = key;
    }

    public string Path { get; }

    public AccessKey Key { get; }

    /// <summary>The port that the folder's last runtime listened on, by what it told clients; null where there was none.</summary>
    public int? LastPort =>
        File.Exists(In("config")) && File.ReadLines(In("config")).Select(line => line.Split('=', 2)).FirstOrDefault(pair => pair[0].Trim() == "endpoint_url") is [_, var endpoint]
            && Uri.TryCreate(endpoint.Trim(), UriKind.Absolute, out var uri) ? uri.Port : null;

    private string RuntimeFile => In(RuntimeFileName);

    /// <summary>Takes the folder, or says who holds it.</summary>
    public static DataFolder Take(string path)
    {
        FileStream? hold = null;
        try
        {
            CreatePrivate(path);
            hold = Hold(path);
            return new DataFolder(path, hold, ReadOrMakeKey(System.IO.Path.Combine(path, CredentialsFileName)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            hold?.Dispose();
            throw new RuntimeStartException($"The data folder '{path}' can't be used: {error.Message}", error);
        }
    }

    /// <summary>The key pair of a folder.</summary>
    /// <exception cref="RuntimeStartException">There is none in the file.</exception>
    public static AccessKey ReadKey(string file)
    {
        var values = File.ReadLines(file).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.First(), StringComparer.Ordinal);
        return values.TryGetValue("aws_access_key_id", out var id) && values.TryGetValue("aws_secret_access_key", out var secret)
            ? new AccessKey(id, secret)
            : throw new RuntimeStartException($"'{file}' holds no key pair. Delete it to get a new one.");
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes what clients need once the endpoint is known.</summary>
    public JsonObject Announce(string endpoint, RuntimeOptions options)
    {
        var description = JsonObject.Of(
            ("endpoint", endpoint), ("region", options.Region), ("dataPath", Path), ("pid", Environment.ProcessId), ("mockConfigFile", options.MockConfigFile));
        WritePrivate(In("config"), $"[default]\nregion = {options.Region}\nendpoint_url = {endpoint}\ndisable_host_prefix_injection = true\ns3 =\n    addressing_style = path\n");
        WritePrivate(RuntimeFile, description + "\n");
        return description;
    }

    public void Dispose()
    {
        File.Delete(RuntimeFile);
        _hold.Dispose();
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path); // a profile folder's rights are the owner's already
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, "runtime.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(file))
        {
            throw new RuntimeStartException($"The data folder '{path}' is in use by {Holder(path)}. Stop it, or choose another folder.", error);
        }
    }

    private static string Holder(string path)
    {
        var file = System.IO.Path.Combine(path, RuntimeFileName);
        return File.Exists(file) && JsonValue.TryParse(File.ReadAllText(file), out var value) && value is JsonObject holder
            ? $"the runtime with process id {holder["pid"]} at {(holder["endpoint"] as JsonString)?.Value}"
            : "another runtime";
    }

    private static AccessKey ReadOrMakeKey(string file)
    {
        if (File.Exists(file))
        {
            return ReadKey(file);
        }

        var key = new AccessKey("AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16), RandomNumberGenerator.GetHexString(40, lowercase: true));
        WritePrivate(file, $"[default]\naws_access_key_id = {key.Id}\naws_secret_access_key = {key.Secret}\n");
        return key;
    }

    private static void WritePrivate(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = file + ".new";
        using (var writer = new StreamWriter(unfinished, options))
        {
            writer.Write(text);
        }

        File.Move(unfinished, file, overwrite: true); // a reader never sees half a file
    }
}
