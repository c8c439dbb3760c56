namespace JobMgmt.Runtime.Objects;

/// <summary>A cyclic redundancy check of 32 or 64 bits, bits reflected, ones before and after: CRC-32, CRC-32C and CRC-64/NVME are of this kind.</summary>
internal sealed class Crc
{
    private readonly ulong[] _table;
    private readonly int _bytes;
    private ulong _value;

    private Crc(ulong[] table, int bytes)
    {
        _table = table;
        _bytes = bytes;
        _value = Ones;
    }

    private ulong Ones => _bytes == 4 ? uint.MaxValue : ulong.MaxValue;

    /// <summary>A function that makes new ones.</summary>
    /// <param name="polynomial">The polynomial, reflected.</param>
    /// <param name="bytes">4 or 8.</param>
    public static Func<Crc> Factory(ulong polynomial, int bytes)
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
            }

            table[i] = value;
        }

        return () => new Crc(table, bytes);
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        var value = _value;
        foreach (var part in data)
        {
            value = _table[(byte)value ^ part] ^ (value >> 8);
        }

        _value = value;
    }

    /// <summary>The check of all that was appended, most significant byte first.</summary>
    public byte[] Finish()
    {
        var bytes = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, _value ^ Ones);
        return bytes[(8 - _bytes)..];
    }
}
