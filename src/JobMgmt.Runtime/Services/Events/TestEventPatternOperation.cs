using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>TestEventPattern: does a pattern match an event?</summary>
internal sealed class TestEventPatternOperation() : IServiceOperation
{
    private static readonly string[] _required = ["id", "account", "source", "time", "region", "resources", "detail-type"];

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "EventPattern").Required(request, "Event").Enforce();
        if (!JsonValue.TryParse(request.Text("Event")!, out var parsed) || parsed is not JsonObject envelope)
        {
            throw new ServiceException("ValidationException", "Parameter Event is not valid. Reason: Event is not a valid JSON object.");
        }

        if (Array.Find(_required, member => !envelope.Contains(member)) is { } missing)
        {
            throw new ServiceException("ValidationException", $"Parameter {missing} is not valid. Reason: {missing} is a required argument.");
        }

        try
        {
            return Task.FromResult(JsonObject.Of(("Result", EventPattern.Parse(request.Text("EventPattern")!).Matches(envelope))));
        }
        catch (InvalidEventPatternException error)
        {
            throw new ServiceException("InvalidEventPatternException", error.Message);
        }
    }
}
