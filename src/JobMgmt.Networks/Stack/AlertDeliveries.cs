namespace JobMgmt.Networks.Stack;

/// <summary>The events by which the local runtime tells what became of alerts at webhooks, mail addresses and topics. On AWS nobody sends them.</summary>
public static class AlertDeliveries
{
    public const string Source = "jobmgmt.events";

    /// <summary>The receiver has taken the alert.</summary>
    public const string Delivered = "Event Delivered";

    /// <summary>The first attempt failed, and others follow.</summary>
    public const string Delayed = "Event Delivery Delayed";

    /// <summary>The alert is given up.</summary>
    public const string Failed = "Event Delivery Failed";
}
