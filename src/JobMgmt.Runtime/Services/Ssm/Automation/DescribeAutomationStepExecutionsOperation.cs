using System.Globalization;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>DescribeAutomationStepExecutions: in the document's order, or the other way round.</summary>
internal sealed class DescribeAutomationStepExecutionsOperation(Database database, AutomationDescription shapes) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var id = request.Text("AutomationExecutionId");
        new Constraints().Check(id is not null, null, "automationExecutionId", "Member must not be null").Length(id, "automationExecutionId", 36, 36).Enforce();
        var filters = AutomationFilters.Read(
            request, 6, "StartTimeBefore", "StartTimeAfter", "StepExecutionStatus", "StepExecutionId", "StepName", "Action", "ParentStepExecutionId", "ParentStepIteration",
            "ParentStepIteratorValue");
        var page = SsmPage.Read(request);
        var skip = page.Position is null ? 0
            : int.TryParse(page.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
            : throw SsmPage.InvalidToken();
        var all = database.Read(connection => shapes.Steps(connection, AutomationStore.Find(connection, id!) ?? throw AutomationErrors.NotFound(id!)))
            .Cast<JsonObject>().Where(step => filters.Match((key, value) => Matches(step, key, value)));
        var steps = (request.Flag("ReverseOrder") == true ? all.Reverse() : all).Skip(skip).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("StepExecutions", new JsonArray(steps.Take(page.Count))),
            ("NextToken", steps.Length > page.Count ? SsmPage.Next((skip + page.Count).ToString(CultureInfo.InvariantCulture)) : null)));
    }

    private static bool Matches(JsonObject step, string key, string value) => key switch
    {
        "StepName" => step.Text("StepName") == value,
        "Action" => step.Text("Action") == value,
        "StepExecutionStatus" => step.Text("StepStatus") == value,
        "StepExecutionId" => step.Text("StepExecutionId") == value,
        "StartTimeBefore" => step.Instant("ExecutionStartTime") is { } started && started <= AutomationFilters.Instant(value),
        "StartTimeAfter" => step.Instant("ExecutionStartTime") is { } started && started >= AutomationFilters.Instant(value),
        _ => false, // steps within loops: there are none here
    };
}
