using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Parameters;

/// <summary>
/// Encrypts SecureString values and the secrets of connections (AES-256-GCM, bound to the parameter's name or the connection's ARN) with a key that lies in the data folder, for the owner alone: the store's file, copied
/// without it, tells no secret.
/// </summary>
internal sealed class ParameterCipher(DataFolder data)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(data.In("parameters.key")));

    /// <summary>Nonce, tag, text.</summary>
    public byte[] Encrypt(string name, string value)
    {
        using var cipher = new AesGcm(_key.Value, TagSize);
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedText = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceSize));
        cipher.Encrypt(
            sealedText.AsSpan(0, NonceSize), plain, sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(name));
        return sealedText;
    }

    /// <exception cref="CryptographicException">The key file is another one than it was.</exception>
    public string Decrypt(string name, ReadOnlySpan<byte> sealedText)
    {
        using var cipher = new AesGcm(_key.Value, TagSize);
        var plain = new byte[sealedText.Length - NonceSize - TagSize];
        cipher.Decrypt(sealedText[..NonceSize], sealedText[(NonceSize + TagSize)..], sealedText.Slice(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(name));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(file + ".new", options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(32));
            }

            File.Move(file + ".new", file);
        }

        return File.ReadAllBytes(file);
    }
}
