namespace JobMgmt.Networks.Simulation;

/// <summary>A network can't be simulated, or not to its end; the message says why, and which state it is.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Why.</summary>
    public SimulationException(string message)
        : base(message)
    {
    }
}
