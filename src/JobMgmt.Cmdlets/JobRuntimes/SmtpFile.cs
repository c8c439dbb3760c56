using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>The file in which a runtime's data folder keeps the mail server that mails are handed to. The runtime reads it for each mail.</summary>
internal static class SmtpFile
{
    private const string Name = "smtp.json";
    private const uint OwnerAlone = 0x180; // 0600

    /// <summary>Writes it, for the owner alone; what is left out stays as it is.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="server">HOST or HOST:PORT.</param>
    /// <param name="from">The sender.</param>
    /// <param name="credential">Who signs in.</param>
    /// <param name="security">StartTls, Tls or None.</param>
    public static void Write(RuntimeFolder folder, string? server, string? from, PSCredential? credential, string? security)
    {
        string file = Path.Combine(folder.Path, Name);
        JsonObject settings = File.Exists(file) && JsonValue.TryParse(File.ReadAllText(file), out JsonValue? there) && there is JsonObject old ? old : JsonObject.Empty;
        if (server is not null)
        {
            string[] parts = server.Split(':');
            settings = settings.With("server", parts[0]);
            settings = parts.Length > 1 ? settings.With("port", int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)) : settings.Without("port");
        }

        settings = from is null ? settings : settings.With("from", from);
        settings = security is null ? settings : settings.With("security", security);
        settings = credential is null ? settings : settings.With("user", credential.UserName).With("password", credential.GetNetworkCredential().Password);
        Directory.CreateDirectory(folder.Path);
        WritePrivate(file, settings.ToString());
    }

    // The file holds a password. It is the owner's alone before anything is in it.
    private static void WritePrivate(string file, string text)
    {
        string unfinished = file + ".new";
        File.Delete(unfinished);
        using (File.Create(unfinished))
        {
        }

        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && ChangeMode(unfinished, OwnerAlone) != 0)
        {
            throw new IOException($"The rights of '{unfinished}' can't be set, so the mail server's password was not written.");
        }

        File.WriteAllText(unfinished, text);
        File.Delete(file);
        File.Move(unfinished, file);
    }

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeMode(string path, uint mode);
}
