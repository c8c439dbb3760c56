using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Notifications;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using MimeKit;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Subscribe, by mail alone. It holds at once: whoever set the mail server answers for what it sends, and the runtime has no page that a recipient could confirm at.</summary>
internal sealed class SubscribeOperation(DataFolder folder) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var topic = SnsRequest.Required(request, "TopicArn");
        var protocol = SnsRequest.Required(request, "Protocol");
        var endpoint = SnsRequest.Required(request, "Endpoint");
        return call.WriteAsync(store =>
        {
            SnsRequest.Topic(store, topic);
            Check(protocol, endpoint);
            var wanted = new SubscriptionRecord($"{topic}:{Guid.NewGuid()}", topic, protocol, endpoint);
            if (TopicStore.FindSame(store, wanted) is { } there)
            {
                return JsonObject.Of(("SubscriptionArn", there.Arn));
            }

            TopicStore.Add(store, wanted);
            return JsonObject.Of(("SubscriptionArn", wanted.Arn));
        });
    }

    private void Check(string protocol, string endpoint)
    {
        if (protocol is not ("email" or "email-json"))
        {
            throw SnsRequest.Invalid($"the local runtime's topics send mail only (email, email-json), not '{protocol}'. For requests over HTTP use an EventBridge API destination.");
        }

        if (!MailboxAddress.TryParse(endpoint, out var address) || !address.Address.Contains('@', StringComparison.Ordinal))
        {
            throw SnsRequest.Invalid("Email address");
        }

        try
        {
            if (SmtpSettings.Read(folder) is null)
            {
                throw SnsRequest.Invalid("the local runtime has no mail server to send mail by. " + SmtpSettings.HowToSet);
            }
        }
        catch (FormatException error)
        {
            throw SnsRequest.Invalid(error.Message);
        }
    }
}
