using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Publish, to a topic.</summary>
internal sealed class PublishOperation(TopicPublisher publisher) : IServiceOperation
{
    private const int MostBytes = 262_144;
    private const int MostSubject = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var topic = request.Text("TopicArn") ?? request.Text("TargetArn") ?? throw SnsRequest.Invalid("TopicArn or TargetArn Reason: no value for required parameter");
        var message = request.Text("Message") is { Length: > 0 } given ? given : throw SnsRequest.Invalid("Empty message");
        var subject = request.Text("Subject");
        if (Encoding.UTF8.GetByteCount(message) > MostBytes)
        {
            throw SnsRequest.Invalid("Message too long");
        }

        if (subject is { Length: 0 or > MostSubject } || subject?.AsSpan().ContainsAnyInRange('\0', '\u001f') == true)
        {
            throw SnsRequest.Invalid("Subject");
        }

        var text = request.Text("MessageStructure") == "json" ? OfEmail(message) : message;
        var id = Guid.NewGuid().ToString();
        return call.WriteAsync(store =>
        {
            SnsRequest.Topic(store, topic);
            publisher.Publish(store, topic, id, subject, text);
            return JsonObject.Of(("MessageId", id));
        });
    }

    private static string OfEmail(string message) =>
        JsonValue.TryParse(message, out var value) && value is JsonObject forms && (forms.Text("email") ?? forms.Text("default")) is { } text && forms.Contains("default")
            ? text
            : throw SnsRequest.Invalid("Message Structure - No default entry in JSON message body");
}
