using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$hash</c>: the hash of a string's UTF-8 bytes in hexadecimal (Step Functions).</summary>
internal sealed class HashFunction : BuiltinFunction
{
    public HashFunction()
        : base("hash", "<x?x?:x>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var text = arguments.Text(0) ?? throw new JsonataException("T0410").With("index", 1);
        if (arguments.Text(1) is not { } name)
        {
            return null;
        }

        using var algorithm = Algorithm(name);
        var hex = new StringBuilder();
        foreach (var b in algorithm.ComputeHash(Encoding.UTF8.GetBytes(text)))
        {
            hex.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    private static HashAlgorithm Algorithm(string name) => name switch
    {
        "MD5" => MD5.Create(),
        "SHA-1" => SHA1.Create(),
        "SHA-256" => SHA256.Create(),
        "SHA-384" => SHA384.Create(),
        "SHA-512" => SHA512.Create(),
        _ => throw new JsonataException("D3137")
            .With("message", $"Hash algorithm '{name}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"),
    };
}
