namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>How ConvertFrom-Crontab takes a crontab.</summary>
public enum CrontabFileFormat
{
    /// <summary>/etc/crontab and the files of cron.d as System, all others as User.</summary>
    Auto,

    /// <summary>A user's own: five fields and the command.</summary>
    User,

    /// <summary>The system's: a user's name stands before the command.</summary>
    System,
}
