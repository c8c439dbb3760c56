using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>DeleteTopic, with its subscriptions; a missing one is no error.</summary>
internal sealed class DeleteTopicOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = SnsRequest.Required(request, "TopicArn");
        return call.WriteAsync(store => TopicStore.Delete(store, arn));
    }
}
