using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A small mail server on loopback: it speaks SMTP without TLS, takes one PLAIN login, keeps the mails, and answers RCPT with the codes that a test gives, the last one for good.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _mails = new();
    private readonly ConcurrentQueue<string> _logins = new();
    private readonly int[] _codes;
    private int _count;

    public SmtpListener(params int[] codes)
    {
        _codes = codes;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails, headers and all.</summary>
    public string[] Mails => [.. _mails];

    /// <summary>Who has signed in: user and password, as PLAIN has them.</summary>
    public string[] Logins => [.. _logins];

    public int Recipients => _count;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TrySpeakAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // the test has ended
        }
    }

    private async Task TrySpeakAsync(NetworkStream stream)
    {
        try
        {
            await SpeakAsync(stream);
        }
        catch (IOException)
        {
            // who spoke has gone: the next one is to be heard all the same
        }
    }

    private async Task SpeakAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                    break;
                case "AUTH":
                    _logins.Enqueue(Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Trim('\0').Replace('\0', ':'));
                    await writer.WriteLineAsync("235 ok");
                    break;
                case "RCPT":
                    var code = _codes[Math.Min(_count++, _codes.Length - 1)];
                    await writer.WriteLineAsync($"{code} recipient");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue(await ReadMailAsync(reader));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.Append(line).Append('\n');
        }

        return mail.ToString();
    }
}
