using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The item of a network's suspensions (<see cref="RunSuspensions"/>), in the table of locks: its periods are a map by the period itself. Whatever starts a run by itself asks it first, and gives the run a <c>Hold</c> where a period has the time in it at which the run was due.
/// </summary>
internal static class SuspensionTable
{
    /// <summary>How the item's key begins; no lock's does.</summary>
    internal const string KeyLead = "suspend#";

    /// <summary>The key of a network's item.</summary>
    internal static string Key(string network) => KeyLead + network;

    /// <summary>What reads the item: the operation of a Task.</summary>
    internal static string Resource(RunJobStackNames names) => $"arn:{names.Partition}:states:::aws-sdk:dynamodb:getItem";

    /// <summary>Its arguments.</summary>
    /// <param name="names">The stack.</param>
    /// <param name="network">The network's name, as an expression.</param>
    internal static JsonObject Arguments(RunJobStackNames names, string network) => JsonObject.Of(
        ("TableName", names.LockTable),
        ("Key", JsonObject.Of((LockItem.Key, JsonObject.Of(("S", JsonataText.Expression($"\"{KeyLead}\" & {network}")))))),
        ("ConsistentRead", true));

    /// <summary>The member <c>Hold</c> of the run's input, as an expression on the task's answer; nothing where the network is not suspended.</summary>
    /// <param name="at">When the run was due, as an expression that gives a text in ISO 8601.</param>
    /// <param name="result">The task's answer, as an expression.</param>
    internal static string Hold(string at, string result = "$states.result") =>
        $"($at := $toMillis({at}); $periods := {result}.Item.{RunSuspensions.Periods}.M; $exists($periods) ? $each($periods, function($p) {{( "
        + $"$toMillis($p.M.{RunSuspensions.From}.S) <= $at and ($exists($p.M.{RunSuspensions.Until}.S) ? $at < $toMillis($p.M.{RunSuspensions.Until}.S) : true) "
        + $"? {{\"Reason\": $p.M.{RunSuspensions.Reason}.S, \"By\": $p.M.{RunSuspensions.By}.S}} )}})[0])";
}
