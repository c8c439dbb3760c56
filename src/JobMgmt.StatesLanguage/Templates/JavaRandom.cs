namespace JobMgmt.StatesLanguage.Templates;

/// <summary><c>java.util.Random</c>, which AWS draws seeded numbers with: the same seed gives the same numbers there and here.</summary>
internal struct JavaRandom
{
    private const long Multiplier = 0x5DEECE66DL;
    private const long Mask = (1L << 48) - 1;
    private long _state;

    public JavaRandom(long seed) => _state = (seed ^ Multiplier) & Mask;

    /// <summary>A number from 0 on and below 1.</summary>
    public double NextDouble()
    {
        var high = Next(26);
        return ((high << 27) + Next(27)) * (1.0 / (1L << 53));
    }

    /// <summary>A whole number from 0 on and below a bound of at most 2^31 - 1.</summary>
    public long Next(long bound)
    {
        var bits = Next(31);
        if ((bound & (bound - 1)) == 0)
        {
            return (bound * bits) >> 31;
        }

        for (; bits - (bits % bound) + bound - 1 > int.MaxValue; bits = Next(31))
        {
            // what is left at the end of the range would make the small numbers likelier
        }

        return bits % bound;
    }

    private long Next(int bits)
    {
        unchecked
        {
            _state = ((_state * Multiplier) + 0xBL) & Mask;
        }

        return _state >> (48 - bits);
    }
}
