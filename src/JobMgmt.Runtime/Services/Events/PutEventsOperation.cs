using JobMgmt.Runtime.Events;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>PutEvents: ten entries at most; a bad entry is told in the answer and does not hinder the others.</summary>
internal sealed class PutEventsOperation(EventBus bus, TimeProvider time) : IServiceOperation
{
    private const int MostBytes = 262_144;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var entries = request.Objects("Entries");
        if (entries.Sum(EventEntry.Size) > MostBytes)
        {
            throw new ServiceException("ValidationException", "Total size of the entries in the request is over the limit.");
        }

        var answers = new List<JsonValue>();
        var events = new List<JsonObject>();
        foreach (var entry in entries)
        {
            if (EventEntry.Fault(entry, out var detail) is { } fault)
            {
                answers.Add(JsonObject.Of(("ErrorCode", fault.Code), ("ErrorMessage", fault.Message)));
                continue;
            }

            var id = Guid.NewGuid().ToString();
            var at = entry.Instant("Time") ?? time.GetUtcNow();
            events.Add(bus.Envelope(id, at, entry.Text("Source")!, entry.Text("DetailType")!, entry.Texts("Resources"), detail));
            answers.Add(JsonObject.Of(("EventId", id)));
        }

        return call.WriteAsync(store =>
        {
            events.ForEach(envelope => _ = bus.Put(store, envelope));
            return JsonObject.Of(("FailedEntryCount", answers.Count - events.Count), ("Entries", new JsonArray(answers)));
        });
    }
}
