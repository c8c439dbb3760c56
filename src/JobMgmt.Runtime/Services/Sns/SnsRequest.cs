using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Reads SNS's requests, and refuses in its words.</summary>
internal static class SnsRequest
{
    public static string Required(JsonObject request, string name) => request.Text(name) is { Length: > 0 } value ? value : throw Invalid($"{name}");

    public static TopicRecord Topic(StoreConnection store, string arn) => TopicStore.Find(store, arn) ?? throw new ServiceException("NotFound", "Topic does not exist", 404);

    public static ServiceException Invalid(string reason) => new("InvalidParameter", $"Invalid parameter: {reason}");
}
