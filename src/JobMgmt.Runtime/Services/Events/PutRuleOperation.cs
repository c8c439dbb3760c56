using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>PutRule: makes or replaces a rule; tags are set only when it is made, as on AWS.</summary>
internal sealed class PutRuleOperation(RuleTable rules, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        var pattern = request.Text("EventPattern");
        var state = request.Text("State");
        new Constraints().Length(pattern, "eventPattern", 0, 4096).Length(request.Text("Description"), "description", 0, 512)
            .OneOf(state, "state", "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS").Enforce();
        if (request.Text("ScheduleExpression") is { } schedule)
        {
            throw new ServiceException("ValidationException", $"The local runtime has no rule schedules yet: ScheduleExpression {schedule} of rule {name}.");
        }

        if (pattern is null)
        {
            throw new ServiceException("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        Check(pattern);
        return call.WriteAsync(store =>
        {
            var tags = EventStore.FindRule(store, name)?.Tags ?? RuleRequest.Tags(request.Objects("Tags"));
            EventStore.SaveRule(store, new EventRule(name, pattern, state ?? "ENABLED", request.Text("Description"), request.Text("RoleArn"), tags));
            rules.Forget();
            return JsonObject.Of(("RuleArn", EventRule.ArnOf(identity, name)));
        });
    }

    private static void Check(string pattern)
    {
        try
        {
            EventPattern.Parse(pattern);
        }
        catch (InvalidEventPatternException error)
        {
            throw new ServiceException("InvalidEventPatternException", error.Message);
        }
    }
}
