using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>TestEventPattern: does a pattern match an event?</summary>
internal sealed class TestEventPatternOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "EventPattern").Required(request, "Event").Enforce();
        if (!TestEventDocument.TryParse(request.Text("Event")!, out var envelope))
        {
            throw new ServiceException("ValidationException", "Parameter Event is not valid.");
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
