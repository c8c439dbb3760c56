namespace JobMgmt.Runtime.Notifications;

/// <summary>Sends notifications of one kind out of the machine.</summary>
internal interface INotificationSender
{
    /// <summary>Whether a notification is of that kind.</summary>
    bool Sends(Notification notification);

    /// <summary>Tries once. What the other side does is told by the result; an exception is a fault of ours.</summary>
    Task<SendResult> SendAsync(Notification notification, CancellationToken cancellationToken);
}
