using JobMgmt.Networks.Definitions;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Crontabs;

/// <summary>A network that was made of a crontab's line.</summary>
/// <param name="Network">The network, with its trigger.</param>
/// <param name="Entry">The line.</param>
/// <param name="User">As whom its command runs.</param>
/// <param name="Notes">What there is to do for it, and what is not as under cron.</param>
public sealed record CrontabNetwork(JobNetwork Network, CrontabEntry Entry, string User, IReadOnlyList<string> Notes);
