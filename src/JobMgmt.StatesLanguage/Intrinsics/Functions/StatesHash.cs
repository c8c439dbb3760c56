using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.Hash(text, algorithm)</c>: the hash of the text's UTF-8 bytes in lower-case hexadecimal; at most 10,000 characters.</summary>
internal sealed class StatesHash : IntrinsicFunction
{
    public override string Name => "States.Hash";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var data = Encoding.UTF8.GetBytes(ShortText(arguments, 0));
        using var algorithm = Algorithm(Text(arguments, 1));
        var hex = new StringBuilder();
        foreach (var b in algorithm.ComputeHash(data))
        {
            hex.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    private HashAlgorithm Algorithm(string name) => name switch
    {
        "MD5" => MD5.Create(),
        "SHA-1" => SHA1.Create(),
        "SHA-256" => SHA256.Create(),
        "SHA-384" => SHA384.Create(),
        "SHA-512" => SHA512.Create(),
        _ => throw Invalid($"the algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512 but was {name}."),
    };
}
