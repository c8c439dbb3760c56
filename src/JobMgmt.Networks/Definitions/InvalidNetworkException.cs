namespace JobMgmt.Networks.Definitions;

/// <summary>A network can't be compiled because its definition has faults; all of them are told.</summary>
public sealed class InvalidNetworkException : Exception
{
    /// <summary>An exception for the faults found; there is at least one.</summary>
    public InvalidNetworkException(IReadOnlyList<NetworkFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.ToString())))
        => Faults = faults;

    /// <summary>Every fault, in the definition's order.</summary>
    public IReadOnlyList<NetworkFault> Faults { get; }
}
