namespace JobMgmt.Networks.Stack;

/// <summary>The names of StartNetwork's states, which its history shows.</summary>
public static class StartNetworkStates
{
    /// <summary>Starts the run.</summary>
    public const string Start = "Start the network";

    /// <summary>The run has started.</summary>
    public const string Started = "Started";

    /// <summary>The calendar does not let the trigger start its network on that day.</summary>
    public const string NotDue = "Not a day of the trigger";

    /// <summary>A run of that due time has been started before.</summary>
    public const string StartedAlready = "Started already";

    internal const string What = "What started it?";
    internal const string ReadCalendar = "Read the calendar";
    internal const string IsDay = "Is it a day of the trigger?";
    internal const string ReadRuns = "Read the newest run";
    internal const string ReadEvents = "Read where the run is";
    internal const string HasBegun = "Has it begun?";
    internal const string StartedInTime = "Started in time";
    internal const string ReadSuspensions = "Is the network suspended?";
    internal const string ReadOther = "Read what it comes after";
    internal const string FindChannel = "Find channel";
    internal const string Alert = "Alert";
    internal const string Failed = "Not started";
    internal const string NotTold = "Not started, without an alert";
}
