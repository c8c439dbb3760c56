namespace JobMgmt.Schedules.Crontab;

/// <summary>The two forms of a crontab.</summary>
public enum CrontabFormat
{
    /// <summary>A user's own, as <c>crontab -l</c> shows it: five fields and the command.</summary>
    User,

    /// <summary><c>/etc/crontab</c> and the files of <c>/etc/cron.d</c>: a user's name stands before the command.</summary>
    System,
}
