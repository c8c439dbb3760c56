using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>The item that says that a network fails: made by SendFailEvent, taken away by SendRecovered.</summary>
internal static class FailingNetwork
{
    /// <summary>Writes down that the network fails.</summary>
    /// <param name="names">The stack.</param>
    /// <param name="told">Whether an alert says so. Once one has, it stays so until the network has recovered.</param>
    internal static JsonObject Mark(RunJobStackNames names, bool told) => AlertTable.Call(names, "updateItem", AlertTable.Failing("$states.input.Machine"), JsonObject.Of(
        ("UpdateExpression",
            "SET Since = if_not_exists(Since, :at), FailedAt = :failed, Execution = :run, Channel = :channel, Network = :network, LastError = :error"
            + (told ? ", Told = :told" : "") + " REMOVE RecoveredBy"),
        ("ExpressionAttributeValues", JsonObject.Of(
            (":at", AlertTable.Text(JsonataText.Expression("$states.context.Execution.StartTime"))),
            (":failed", AlertTable.Number(Ended)),
            (":run", Text("executionArn")),
            (":channel", Text("channel")),
            (":network", Text("networkName")),
            (":error", Text("error")),
            (":told", told ? AlertTable.Yes : null)))));

    /// <summary>When the run ended that an execution was started for, in milliseconds: as its status event says, which may come late; a network that tells of itself does so at once.</summary>
    internal const string Ended =
        "($type(" + Asl.Given + ".detail.stopDate) = 'number' ? " + Asl.Given + ".detail.stopDate : $toMillis($states.context.Execution.StartTime))";

    private static JsonObject Text(string member) => AlertTable.Text(JsonataText.Expression($"$string($states.input.Detail.{member})"));
}
