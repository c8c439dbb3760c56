namespace JobMgmt.Networks.Simulation;

/// <summary>An alert that a simulated run has sent.</summary>
/// <param name="JobName">The job; null where the alert is for the run as a whole, or does not say.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Channel">The channel; null where the alert does not go through SendFailEvent.</param>
/// <param name="Time">When.</param>
public sealed record SimulatedAlert(string? JobName, string? Error, string? Channel, DateTimeOffset Time);
