using JobMgmt.Runtime.Executions.Logging;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>The <c>loggingConfiguration</c> and <c>tracingConfiguration</c> members: checked, and completed by what AWS shows where they are left out.</summary>
internal static class LoggingConfiguration
{
    /// <summary>Reads the logging configuration; null where the request has none.</summary>
    /// <exception cref="ServiceException">InvalidLoggingConfiguration: a level other than OFF needs exactly one log group.</exception>
    public static JsonObject? Read(JsonObject request)
    {
        if (request.Object("loggingConfiguration") is not { } given)
        {
            return null;
        }

        var level = given.Text("level") ?? "OFF";
        var destinations = given.List("destinations");
        if (destinations?.Count > 1 || (level != "OFF" && destinations is not { Count: 1 }))
        {
            throw Invalid("Must specify exactly one Log Destination.");
        }

        return JsonObject.Of(("level", level), ("includeExecutionData", given.Flag("includeExecutionData") ?? false), ("destinations", destinations));
    }

    /// <summary>Refuses a log group that is not there.</summary>
    /// <exception cref="ServiceException">InvalidLoggingConfiguration.</exception>
    public static void CheckDestination(StoreConnection connection, JsonObject? logging)
    {
        if (logging is not null && logging.Text("level") != "OFF"
            && (LogDestination.Of(logging) is not { } destination || LogStore.FindGroup(connection, destination.Group) is null))
        {
            throw Invalid("Log Destination not found.");
        }
    }

    public static JsonObject Off { get; } = JsonObject.Of(("level", "OFF"), ("includeExecutionData", false));

    /// <summary>Reads the tracing configuration; null where the request has none.</summary>
    public static JsonObject? ReadTracing(JsonObject request) =>
        request.Object("tracingConfiguration") is { } given ? JsonObject.Of(("enabled", given.Flag("enabled") ?? false)) : null;

    public static JsonObject NoTracing { get; } = JsonObject.Of(("enabled", false));

    private static ServiceException Invalid(string reason) => new("InvalidLoggingConfiguration", $"Invalid Logging Configuration: {reason}");
}
