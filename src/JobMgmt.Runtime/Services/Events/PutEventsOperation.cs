using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
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

        return call.WriteAsync(store =>
        {
            var answers = entries.Select(entry => Put(store, entry)).ToArray();
            return JsonObject.Of(
                ("FailedEntryCount", answers.Count(answer => answer.Contains("ErrorCode"))), ("Entries", new JsonArray((IReadOnlyList<JsonValue>)answers)));
        });
    }

    private JsonObject Put(StoreConnection store, JsonObject entry)
    {
        if (EventEntry.Fault(entry) is { } fault)
        {
            return JsonObject.Of(("ErrorCode", fault.Code), ("ErrorMessage", fault.Message));
        }

        var id = Guid.NewGuid().ToString();
        bus.Put(
            store,
            id,
            entry.Instant("Time") ?? time.GetUtcNow(),
            entry.Text("Source")!,
            entry.Text("DetailType")!,
            entry.Texts("Resources"),
            (JsonObject)JsonValue.Parse(entry.Text("Detail")!));
        return JsonObject.Of(("EventId", id));
    }
}
