namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>What of a value an <see cref="IndexKey"/> is compared with. Only strings have a beginning, an end, and letters whose case may be ignored.</summary>
internal enum IndexKeyKind
{
    /// <summary>The value, whatever its type.</summary>
    Whole,

    /// <summary>The IP address that the string is, however it is written.</summary>
    Address,

    /// <summary>The string, whatever its letters' case.</summary>
    WholeAnyCase,

    /// <summary>How the string begins.</summary>
    Prefix,

    /// <summary>How it begins, whatever its letters' case.</summary>
    PrefixAnyCase,

    /// <summary>How it ends.</summary>
    Suffix,

    /// <summary>How it ends, whatever its letters' case.</summary>
    SuffixAnyCase,
}
