using System.Globalization;
using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>The filters of ListCommands and ListCommandInvocations.</summary>
internal static class CommandFilters
{
    private static readonly string[] _executing = [CommandStatus.Pending, CommandStatus.InProgress, CommandStatus.Cancelling];

    /// <summary>A predicate on a command and the status of what is listed.</summary>
    /// <exception cref="ServiceException">InvalidFilterKey.</exception>
    public static Func<CommandRecord, string, string, bool> Of(JsonObject request)
    {
        var filters = request.Objects("Filters").Select(filter => One(filter.Text("key") ?? "", filter.Text("value") ?? "")).ToArray();
        return (command, status, details) => Array.TrueForAll(filters, filter => filter(command, status, details));
    }

    private static Func<CommandRecord, string, string, bool> One(string key, string value) => key switch
    {
        "Status" => (_, status, details) => status == value || details == value,
        "DocumentName" => (command, _, _) => command.DocumentName == value,
        "ExecutionStage" => (_, status, _) => _executing.Contains(status, StringComparer.Ordinal) == (value == "Executing"),
        "InvokedAfter" => After(Time(value)),
        "InvokedBefore" => Before(Time(value)),
        _ => throw CommandErrors.InvalidFilter,
    };

    private static Func<CommandRecord, string, string, bool> After(DateTimeOffset then) => (command, _, _) => command.Requested > then;

    private static Func<CommandRecord, string, string, bool> Before(DateTimeOffset then) => (command, _, _) => command.Requested < then;

    private static DateTimeOffset Time(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw CommandErrors.InvalidFilter;
}
