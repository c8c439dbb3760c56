using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>What has become of a crontab's lines: each that is not empty or a comment is a network, a fault or a setting.</summary>
/// <param name="Networks">The networks, in the order of their lines.</param>
/// <param name="Faults">The lines that can't be taken over, in their order.</param>
/// <param name="Settings">How many lines set variables.</param>
public sealed record CrontabConversion(IReadOnlyList<CrontabNetwork> Networks, IReadOnlyList<CrontabFault> Faults, int Settings);
