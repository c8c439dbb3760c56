using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using MailKit.Security;
using MimeKit;

namespace JobMgmt.Runtime.Notifications;

/// <summary>The mail server that mails are handed to, from <c>smtp.json</c> in the data folder. It is read for each mail, so a change needs no restart.</summary>
/// <param name="Server">The host.</param>
/// <param name="Port">The port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="From">The sender.</param>
/// <param name="User">The user who signs in; null where nobody does.</param>
/// <param name="Password">The user's password.</param>
internal sealed record SmtpSettings(string Server, int Port, SecureSocketOptions Security, MailboxAddress From, string? User, string? Password)
{
    private const int SubmissionPort = 587;
    private const int TlsPort = 465;

    /// <summary>What to do where no server is set.</summary>
    public const string HowToSet = "Set the mail server: Start-JobRuntime -SmtpServer smtp.example.com:587 -SmtpFrom jobs@example.com -SmtpCredential (Get-Credential).";

    /// <summary>The settings; null where there is no file.</summary>
    /// <exception cref="FormatException">The file is not what it should be; the message says why.</exception>
    public static SmtpSettings? Read(DataFolder folder)
    {
        var file = folder.In("smtp.json");
        if (!File.Exists(file))
        {
            return null;
        }

        if (!JsonValue.TryParse(File.ReadAllText(file), out var value) || value is not JsonObject settings)
        {
            throw new FormatException($"'{file}' is not a JSON object. {HowToSet}");
        }

        try
        {
            var port = (int)(settings.Number("port") ?? SubmissionPort);
            return settings.Text("server") is { Length: > 0 } server && MailboxAddress.TryParse(settings.Text("from"), out var from)
                ? new SmtpSettings(server, port, How(settings.Text("security"), port), from, settings.Text("user"), settings.Text("password"))
                : throw new FormatException($"'{file}' must have a server and a from that is a mail address. {HowToSet}");
        }
        catch (ServiceException error)
        {
            throw new FormatException($"'{file}' has a member of the wrong type: {error.Message}. {HowToSet}", error);
        }
    }

    // A password is never sent in the clear, save where the file says so.
    private static SecureSocketOptions How(string? security, int port) => security?.ToUpperInvariant() switch
    {
        "NONE" => SecureSocketOptions.None,
        "TLS" => SecureSocketOptions.SslOnConnect,
        "STARTTLS" => SecureSocketOptions.StartTls,
        null when port == TlsPort => SecureSocketOptions.SslOnConnect,
        null => SecureSocketOptions.StartTlsWhenAvailable,
        _ => throw new FormatException($"security must be StartTls, Tls or None, not '{security}'. {HowToSet}"),
    };
}
