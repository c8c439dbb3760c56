namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>Automation's refusals.</summary>
internal static class AutomationErrors
{
    public static ServiceException NotFound(string id) =>
        new("AutomationExecutionNotFoundException", $"Automation execution with ID {id} does not exist.");

    public static ServiceException Parameters(string message) => new("InvalidAutomationExecutionParametersException", message);

    public static ServiceException FilterValue(string value) => new("InvalidFilterValue", $"The filter value {value} is not valid.");
}
