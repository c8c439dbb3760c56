using System.Globalization;
using System.Net.Sockets;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace JobMgmt.Runtime.Notifications;

/// <summary>
/// Hands the mails of topics' email subscriptions to the mail server. What the server refuses for good (5xx) is given up; anything else is tried again for 6 hours, as
/// SNS does. A mail that is sent twice, since the runtime was killed in between, has the same Message-ID.
/// </summary>
internal sealed class MailSender(Database database, DataFolder folder, TimeProvider time) : INotificationSender
{
    private const int MostAttempts = 50;
    private const int MostSubject = 100;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestTry = TimeSpan.FromHours(6);

    /// <summary>What a subscription is owed for a message that is published.</summary>
    /// <param name="topic">The topic's ARN.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="subject">Its subject; null for none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="way">The event's way of which the mail is a part; null where it is of none.</param>
    /// <param name="now">When it is accepted.</param>
    public static Notification Of(string topic, SubscriptionRecord subscription, string messageId, string? subject, string text, JsonObject? way, DateTimeOffset now) => new(
        0,
        subscription.Arn,
        $"Topic {topic}",
        DeliveryReport.Keep(JsonObject.Of(("id", messageId), ("subject", subject), ("text", text)), way?.With("address", subscription.Endpoint)),
        now,
        0,
        MostAttempts,
        now + _longestTry);

    public bool Sends(Notification notification) => notification.Destination.Split(':') is [_, _, "sns", ..];

    public async Task<SendResult> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (database.Read(store => TopicStore.FindSubscription(store, notification.Destination)) is not { } subscription)
        {
            return SendResult.Refused("the subscription is gone");
        }

        using var patience = new CancellationTokenSource(_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return SmtpSettings.Read(folder) is { } settings
                ? await HandOverAsync(settings, Mail(settings, subscription.Endpoint, notification), both.Token)
                : SendResult.Failed("no mail server is set. " + SmtpSettings.HowToSet);
        }
        catch (SmtpCommandException error) when ((int)error.StatusCode >= 500)
        {
            return SendResult.Refused($"the mail server refused it: {(int)error.StatusCode} {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Failed("the mail server did not take it within a minute");
        }
        catch (Exception error) when (error is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or IOException or SocketException or NotSupportedException or FormatException)
        {
            return SendResult.Failed(error.Message);
        }
    }

    private static async Task<SendResult> HandOverAsync(SmtpSettings settings, MimeMessage mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Server, settings.Port, settings.Security, cancellationToken);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
        }

        await client.SendAsync(mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
        return SendResult.Taken;
    }

    private static MimeMessage Mail(SmtpSettings settings, string to, Notification notification)
    {
        var text = notification.Message.Text("text")!;
        var mail = new MimeMessage
        {
            Subject = notification.Message.Text("subject") ?? Subject(text),
            Date = notification.Accepted,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{notification.Message.Text("id")}.{notification.Destination.Split(':')[^1]}@jobmgmt"),
            Body = new TextPart("plain") { Text = text },
        };
        mail.From.Add(settings.From);
        mail.To.Add(MailboxAddress.Parse(to));
        return mail;
    }

    // A rule can give a message no subject. Its first line says most.
    private static string Subject(string text)
    {
        var line = text.Split('\n')[0].Trim().Trim('"');
        return line.Length == 0 ? "AWS Notification Message" : line.Length <= MostSubject ? line : line[..MostSubject];
    }
}
