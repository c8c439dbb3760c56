using System.Security.Cryptography;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>
/// An execution's randomness: the n-th draw is a hash of the seed and n, so that a replay draws the same, and nobody who sees some draws
/// (a UUID, a token) can tell the others.
/// </summary>
internal sealed class SeededRandom : IRandomSource
{
    public SeededRandom(ulong seed, ulong seedHigh, long draws)
    {
        Seed = seed;
        SeedHigh = seedHigh;
        Draws = draws;
    }

    public ulong Seed { get; }

    public ulong SeedHigh { get; }

    /// <summary>How many were drawn.</summary>
    public long Draws { get; private set; }

    public ulong Next()
    {
        var block = new byte[24];
        Write(block, 0, Seed);
        Write(block, 8, SeedHigh);
        Write(block, 16, (ulong)Draws++);
        return BitConverter.ToUInt64(Hash(block), 0);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A task token: 256 random bits in the look of AWS's, safe in URLs.</summary>
    public string NextToken()
    {
        var bytes = new byte[48];
        bytes[1] = 0x20;
        bytes[5] = 0x2A;
        bytes[9] = 0x03;
        for (var i = 16; i < bytes.Length; i += 8)
        {
            Write(bytes, i, Next());
        }

        return "AQ" + Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }

    public SeededRandom Clone() => new(Seed, SeedHigh, Draws);

    private static byte[] Hash(byte[] block)
    {
#if NET
        return SHA256.HashData(block);
#else
        using var sha = SHA256.Create();
        return sha.ComputeHash(block);
#endif
    }

    private static void Write(byte[] target, int at, ulong value)
    {
        for (var i = 0; i < 8; i++)
        {
            target[at + i] = (byte)(value >> (8 * i)); // the same on every processor
        }
    }
}
