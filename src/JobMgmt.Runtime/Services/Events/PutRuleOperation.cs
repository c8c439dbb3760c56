using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Events.Patterns;
using JobMgmt.Runtime.Files;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.Schedules;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>PutRule: makes or replaces a rule, with a pattern, a schedule or both; tags are set only when it is made, as on AWS.</summary>
internal sealed class PutRuleOperation(RuleTable rules, ScheduledRules schedules, FolderRules folders, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        var pattern = request.Text("EventPattern");
        var state = request.Text("State");
        new Constraints().Length(pattern, "eventPattern", 0, 4096).Length(request.Text("Description"), "description", 0, 512)
            .OneOf(state, "state", "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS").Enforce();
        var schedule = request.Text("ScheduleExpression") is { Length: > 0 } text ? text : null;
        if (pattern is null && schedule is null)
        {
            throw new ServiceException("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        Check(pattern, schedule);
        var rule = new EventRule(name, pattern, schedule, state ?? "ENABLED", request.Text("Description"), request.Text("RoleArn"), RuleRequest.Tags(request.Objects("Tags")));
        var listings = folders.Prepare(rule);
        return call.WriteAsync(store =>
        {
            var before = EventStore.FindRule(store, name);
            schedules.Save(store, before is null ? rule : rule with { Tags = before.Tags });
            folders.Save(store, before, rule, listings);
            rules.Changed(store, name);
            return JsonObject.Of(("RuleArn", EventRule.ArnOf(identity, name)));
        });
    }

    private static void Check(string? pattern, string? schedule)
    {
        try
        {
            if (pattern is not null)
            {
                EventPattern.Parse(pattern);
            }

            if (schedule is not null)
            {
                ScheduleExpression.ParseRule(schedule);
            }
        }
        catch (ScheduleSyntaxException)
        {
            throw new ServiceException("ValidationException", "Parameter ScheduleExpression is not valid.");
        }
        catch (InvalidEventPatternException error)
        {
            throw new ServiceException("InvalidEventPatternException", error.Message);
        }
    }
}
