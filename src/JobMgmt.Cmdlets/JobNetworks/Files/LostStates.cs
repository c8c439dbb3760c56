using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>What a definition has that the network read from it does not say, so that a file in YAML, or an import, loses it.</summary>
internal static class LostStates
{
    private const int MostNamed = 5;

    /// <summary>The states by name.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="network">The network that was read from it.</param>
    /// <param name="names">The stack for which it is compiled again.</param>
    /// <param name="options">The stack's options; null: the defaults.</param>
    public static IReadOnlyList<string> Of(JsonObject definition, JobNetwork network, RunJobStackNames names, RunJobStackOptions? options)
    {
        try
        {
            return DefinitionDrift.Find(definition, NetworkCompiler.Compile(network, names, options));
        }
        catch (InvalidNetworkException e)
        {
            return [e.Faults[0].ToString()];
        }
    }

    /// <summary>The states in words.</summary>
    public static string Words(IReadOnlyList<string> states) =>
        $"{(states.Count == 1 ? "state" : "states")} {string.Join(", ", states.Take(MostNamed).Select(state => $"'{state}'"))}{(states.Count > MostNamed ? $" and {states.Count - MostNamed} more" : "")}";
}
