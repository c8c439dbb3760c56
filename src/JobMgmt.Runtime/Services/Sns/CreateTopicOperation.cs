using System.Text.RegularExpressions;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>CreateTopic: a standard topic; one that is there already is answered.</summary>
internal sealed partial class CreateTopicOperation(RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = SnsRequest.Required(request, "Name");
        var attributes = request.TextMap("Attributes");
        if (!Name().IsMatch(name) || attributes.Text("FifoTopic") == "true")
        {
            throw SnsRequest.Invalid(name.EndsWith(".fifo", StringComparison.Ordinal) || attributes.Contains("FifoTopic") ? "the local runtime has no FIFO topics" : "Topic Name");
        }

        var topic = new TopicRecord(identity.Arn("sns", name), attributes, request.List("Tags") ?? JsonArray.Empty);
        return call.WriteAsync(store =>
        {
            if (TopicStore.Find(store, topic.Arn) is null)
            {
                TopicStore.Add(store, topic);
            }

            return JsonObject.Of(("TopicArn", topic.Arn));
        });
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Name();
}
