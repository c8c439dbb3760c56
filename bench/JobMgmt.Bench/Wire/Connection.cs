using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobMgmt.Bench.Wire;

/// <summary>One keep-alive HTTP/1.1 connection with one request under way; made anew where the server has closed it.</summary>
internal sealed class Connection(int port) : IDisposable
{
    private byte[] _buffer = new byte[65536];
    private Socket? _socket;

    /// <summary>Sends a request and reads the answer: its status and body. The body is good until the next call.</summary>
    public (int Status, ReadOnlyMemory<byte> Body) Exchange(byte[] request)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                _socket ??= Connect();
                _socket.Send(request);
                return Receive(_socket);
            }
            catch (Exception error) when (error is SocketException or EndOfStreamException && attempt == 0 && _socket is not null)
            {
                Dispose(); // an idle connection was closed under us
            }
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 120_000 };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    private (int Status, ReadOnlyMemory<byte> Body) Receive(Socket socket)
    {
        var (have, start, length) = (0, -1, 0);
        while (start < 0 || have < start + length)
        {
            if (have == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var got = socket.Receive(_buffer.AsSpan(have));
            have += got > 0 ? got : throw new EndOfStreamException();
            if (start < 0 && _buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                start = end + 4;
                length = ContentLength(_buffer.AsSpan(0, end));
            }
        }

        var head = _buffer.AsSpan(0, start);
        if (Encoding.ASCII.GetString(head).Contains("Connection: close", StringComparison.OrdinalIgnoreCase))
        {
            Dispose();
        }

        return (int.Parse(head.Slice(9, 3), CultureInfo.InvariantCulture), _buffer.AsMemory(start, length));
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        const string name = "content-length:";
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? throw new WrongAnswerException("The server sends no Content-Length.")
            : int.Parse(text.AsSpan(at + name.Length).TrimStart().ToString().Split('\r')[0], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
