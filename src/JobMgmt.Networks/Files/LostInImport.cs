using System.Text.RegularExpressions;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>
/// What a definition in the Amazon States Language has that its network does not say: an import compiles the network anew, for its own target, so it would be gone. ARNs,
/// timeouts, the locks' table, the console's address and the default channel are the target's, so they are no difference.
/// </summary>
internal static class LostInImport
{
    private static readonly RunJobStackNames Names = new(null, "aws", "us-east-1", "123456789012");
    private static readonly Regex Machine = new("arn:[a-z-]+:states:[^:\"]*:[^:\"]*:(stateMachine|execution):([A-Za-z0-9_-]*?-)?(RunJob\\b|SendFailEvent\\b|JobGate\\b|WatchDeadline\\b|JobNetwork-)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    private static readonly Regex Service = new("arn:aws[a-z-]*:states:::", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>The names of the states.</summary>
    internal static IReadOnlyList<string> Find(JsonObject definition, JobNetwork network)
    {
        if (!CompiledNetworkReader.IsCompiled(definition))
        {
            return (definition["States"] as JsonObject ?? JsonObject.Empty)
                .Where(state => (state.Value as JsonObject)?["Type"] is JsonString { Value: "Pass" or "Wait" } && !NetworkStateNames.IsReserved(state.Key))
                .Select(state => state.Key).ToArray();
        }

        try
        {
            // Of a network that names no channel, the stack's default one is in the definition.
            var targets = new[] { "TimeoutSeconds", "AttemptTimeoutSeconds", "executionURL", "TableName" }.Concat(network.AlertChannel is null ? new[] { "channel", "Channel" } : Array.Empty<string>()).ToArray();
            return DefinitionDrift.Find(Plain(definition, targets), Plain(NetworkCompiler.Compile(network, Names), targets));
        }
        catch (InvalidNetworkException)
        {
            return Array.Empty<string>(); // the import says it
        }
    }

    private static JsonObject Plain(JsonObject definition, string[] targets) =>
        (JsonObject)Without(JsonValue.Parse(Service.Replace(Machine.Replace(definition.ToString(), "arn:$1:$3"), "arn:")), targets);

    private static JsonValue Without(JsonValue value, string[] names) => value switch
    {
        JsonObject map => new JsonObject(map.Where(member => !names.Contains(member.Key)).Select(member => new KeyValuePair<string, JsonValue>(member.Key, Without(member.Value, names)))),
        JsonArray list => new JsonArray(list.Select(item => Without(item, names))),
        _ => value,
    };
}
