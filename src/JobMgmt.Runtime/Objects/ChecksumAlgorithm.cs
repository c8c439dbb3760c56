using System.Security.Cryptography;

namespace JobMgmt.Runtime.Objects;

/// <summary>The checksums that S3 keeps of objects (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).</summary>
/// <param name="Name">As ChecksumAlgorithm has it: <c>CRC32</c>.</param>
/// <param name="Bytes">How long its value is.</param>
/// <param name="Start">Begins one.</param>
internal sealed record ChecksumAlgorithm(string Name, int Bytes, Func<IChecksum> Start)
{
    public const string FullObject = "FULL_OBJECT";
    public const string Composite = "COMPOSITE";

    /// <summary>What S3 computes where a client asks for none.</summary>
    public const string Default = "CRC64NVME";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChecksumAlgorithm> All { get; } =
    [
        OfCrc("CRC32", 0xEDB88320, 4),
        OfCrc("CRC32C", 0x82F63B78, 4),
        OfCrc("CRC64NVME", 0x9A6C9329AC4BC9B5, 8),
        new("SHA1", 20, () => new HashChecksum(HashAlgorithmName.SHA1)),
        new("SHA256", 32, () => new HashChecksum(HashAlgorithmName.SHA256)),
    ];

    /// <summary>The member that carries its value: <c>ChecksumCRC32</c>.</summary>
    public string Member => "Checksum" + Name;

    /// <summary>The type of a multipart upload's checksum where the client names none.</summary>
    public string MultipartType => Name == Default ? FullObject : Composite;

    /// <summary>The one of that name, in any case; null where there is none.</summary>
    public static ChecksumAlgorithm? Find(string name) => All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text can be its value: so many bytes, in Base64.</summary>
    public bool IsValue(string text)
    {
        var value = new byte[text.Length];
        return Convert.TryFromBase64String(text, value, out var length) && length == Bytes;
    }

    private static ChecksumAlgorithm OfCrc(string name, ulong polynomial, int bytes)
    {
        var factory = Crc.Factory(polynomial, bytes);
        return new ChecksumAlgorithm(name, bytes, () => new CrcChecksum(factory()));
    }

    private sealed class CrcChecksum(Crc crc) : IChecksum
    {
        public void Append(ReadOnlySpan<byte> data) => crc.Append(data);

        public byte[] Finish() => crc.Finish();
    }

    private sealed class HashChecksum(HashAlgorithmName name) : IChecksum
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

        public void Append(ReadOnlySpan<byte> data) => _hash.AppendData(data);

        public byte[] Finish()
        {
            using (_hash)
            {
                return _hash.GetHashAndReset();
            }
        }
    }
}
