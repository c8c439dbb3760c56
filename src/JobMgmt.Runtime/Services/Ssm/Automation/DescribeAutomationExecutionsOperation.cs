using System.Globalization;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>DescribeAutomationExecutions: newest first.</summary>
internal sealed class DescribeAutomationExecutionsOperation(Database database, AutomationDescription shapes) : IServiceOperation
{
    private const int Batch = 200;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var filters = AutomationFilters.Read(
            request, 10, "DocumentNamePrefix", "ExecutionStatus", "ExecutionId", "ParentExecutionId", "CurrentAction", "StartTimeBefore", "StartTimeAfter", "AutomationType", "TagKey",
            "TargetResourceGroup", "AutomationSubtype", "OpsItemId");
        var page = SsmPage.Read(request);
        var before = page.Position is null ? long.MaxValue
            : long.TryParse(page.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
            : throw SsmPage.InvalidToken();
        return Task.FromResult(database.Read(connection =>
        {
            var found = Newest(connection, before).Where(automation => filters.Match((key, value) => Matches(connection, automation, key, value))).Take(page.Count + 1).ToArray();
            return JsonObject.Of(
                ("AutomationExecutionMetadataList", new JsonArray(found.Take(page.Count).Select(automation => shapes.Metadata(connection, automation)))),
                ("NextToken", found.Length > page.Count ? SsmPage.Next(found[page.Count - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null));
        }));
    }

    private static IEnumerable<AutomationExecution> Newest(StoreConnection connection, long before)
    {
        IReadOnlyList<AutomationExecution> batch;
        do
        {
            batch = [.. AutomationStore.Newest(connection, before, Batch)];
            foreach (var automation in batch)
            {
                yield return automation;
                before = automation.Sequence;
            }
        }
        while (batch.Count == Batch);
    }

    private bool Matches(StoreConnection connection, AutomationExecution automation, string key, string value) => key switch
    {
        "DocumentNamePrefix" => automation.DocumentName.StartsWith(value, StringComparison.Ordinal),
        "ExecutionStatus" => automation.Status == value,
        "ExecutionId" => automation.Id == value,
        "CurrentAction" => automation.Ended is null && shapes.Action(connection, automation) == value,
        "StartTimeBefore" => automation.Started <= AutomationFilters.Instant(value),
        "StartTimeAfter" => automation.Started >= AutomationFilters.Instant(value),
        "AutomationType" => value == "Local",
        "TagKey" => automation.Tags.OfType<JsonObject>().Any(tag => tag.Text("Key") == value),
        _ => false, // child automations, resource groups, change requests: there are none here
    };
}
