namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>That somebody has confirmed an alert.</summary>
internal sealed record AlertConfirmation(string By, DateTime Time, string? Note);
