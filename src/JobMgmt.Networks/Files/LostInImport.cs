using System.Text.RegularExpressions;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>
/// What a definition in the Amazon States Language has that its network does not say: an import compiles the network anew, for its own target, so it would be gone. ARNs and
/// timeouts are the target's, so they are no difference.
/// </summary>
internal static class LostInImport
{
    private static readonly RunJobStackNames Names = new(null, "aws", "us-east-1", "123456789012");
    private static readonly Regex Machine = new("arn:[a-z-]+:states:[^:\"]*:[^:\"]*:(stateMachine|execution):([A-Za-z0-9_-]*?-)?(RunJob|SendFailEvent|JobGate)\\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
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
            return DefinitionDrift.Find(Plain(definition), Plain(NetworkCompiler.Compile(network, Names)));
        }
        catch (InvalidNetworkException)
        {
            return Array.Empty<string>(); // the import says it
        }
    }

    private static JsonObject Plain(JsonObject definition) =>
        (JsonObject)WithoutTimeouts(JsonValue.Parse(Service.Replace(Machine.Replace(definition.ToString(), "arn:$1:$3"), "arn:")));

    private static JsonValue WithoutTimeouts(JsonValue value) => value switch
    {
        JsonObject map => new JsonObject(map.Where(member => member.Key is not ("TimeoutSeconds" or "AttemptTimeoutSeconds"))
            .Select(member => new KeyValuePair<string, JsonValue>(member.Key, WithoutTimeouts(member.Value)))),
        JsonArray list => new JsonArray(list.Select(WithoutTimeouts)),
        _ => value,
    };
}
