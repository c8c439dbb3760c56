using System.IO;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace JobMgmt.Aws.Sessions;

/// <summary>The files that a local runtime keeps in its data folder while it runs: runtime.json and credentials.</summary>
/// <param name="Endpoint">Where it listens, on loopback.</param>
/// <param name="Region">The Region that it plays.</param>
/// <param name="DataPath">Its data folder.</param>
/// <param name="ProcessId">Its process.</param>
public sealed record LocalRuntimeFiles(Uri Endpoint, string Region, string DataPath, int ProcessId)
{
    private const string RuntimeFile = "runtime.json";
    private const string CredentialsFile = "credentials";

    /// <summary>Reads DIR/runtime.json, or null where there is none, as in a folder whose runtime has ended.</summary>
    /// <exception cref="SessionException">The file is there but not what a runtime writes.</exception>
    public static LocalRuntimeFiles? TryRead(string dataPath)
    {
        var folder = Path.GetFullPath(dataPath);
        var path = Path.Combine(folder, RuntimeFile);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new LocalRuntimeFiles(
                new Uri(root.GetProperty("endpoint").GetString()!),
                root.GetProperty("region").GetString()!,
                root.TryGetProperty("dataPath", out var told) && told.GetString() is { } name ? name : folder,
                root.GetProperty("pid").GetInt32());
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new SessionException(
                SessionErrorCode.RuntimeFilesInvalid,
                $"'{path}' may not be read: it belongs to the user who started the runtime. Run as that user, or use another data folder.",
                exception);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new SessionException(
                SessionErrorCode.RuntimeFilesInvalid,
                $"'{path}' is not what a local runtime writes. Stop that runtime and start it again.",
                exception);
        }
    }

    /// <summary>The key pair in DIR/credentials, profile default.</summary>
    /// <exception cref="SessionException">The file is missing, unreadable or has no keys.</exception>
    public AWSCredentials ReadCredentials()
    {
        var path = Path.Combine(DataPath, CredentialsFile);
        if (!File.Exists(path))
        {
            throw new SessionException(SessionErrorCode.RuntimeFilesInvalid, $"The runtime's key file '{path}' is missing. Restart the runtime; it writes the file.");
        }

        try
        {
            if (new SharedCredentialsFile(path).TryGetProfile("default", out var profile)
                && !string.IsNullOrEmpty(profile.Options.AccessKey)
                && !string.IsNullOrEmpty(profile.Options.SecretKey))
            {
                return new BasicAWSCredentials(profile.Options.AccessKey, profile.Options.SecretKey);
            }
        }
        catch (Exception exception) when (exception is not SessionException)
        {
            throw Unusable(path, exception);
        }

        throw Unusable(path, null);
    }

    private static SessionException Unusable(string path, Exception? cause) => new(
        SessionErrorCode.RuntimeFilesInvalid,
        $"'{path}' has no usable keys for the profile 'default'. It belongs to the user who started the runtime: run as that user.",
        cause);
}
