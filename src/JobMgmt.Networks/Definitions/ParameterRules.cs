using System.Globalization;
using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Definitions;

/// <summary>A network's parameters: their names, and whether what a run gives fits them.</summary>
public static class ParameterRules
{
    // They are in the environment of every job, which has as much.
    private const int MostBytes = JobCommands.MaxBytes / 2;

    /// <summary>What is wrong with the parameters that a run is given; null where nothing is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="given">The values by name.</param>
    public static (string Message, string Fix)? Fault(JobNetwork network, IReadOnlyDictionary<string, string?> given)
    {
        var declared = network.Parameter ?? new Dictionary<string, string?>();
        var has = declared.Count == 0 ? "It has none." : $"It has {string.Join(", ", declared.Keys.OrderBy(name => name, StringComparer.Ordinal).Select(name => $"'{name}'"))}.";
        if (given.Keys.FirstOrDefault(name => !declared.ContainsKey(name)) is { } unknown)
        {
            return ($"The network '{network.Name}' has no parameter '{unknown}'.", has);
        }

        if (given.FirstOrDefault(pair => pair.Value is null).Key is { } empty)
        {
            return ($"The parameter '{empty}' of the network '{network.Name}' is given without a text.", $"Give one, such as -Parameter @{{ {empty} = 'x' }}.");
        }

        if (given.FirstOrDefault(pair => pair.Value!.IndexOf('\0') >= 0).Key is { } unusable)
        {
            return ($"The parameter '{unusable}' of the network '{network.Name}' has a NUL character, which no variable can have.", "Take it out.");
        }

        return declared.Where(pair => pair.Value is null && !given.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Key is { } missing
            ? ($"The network '{network.Name}' has to be given the parameter '{missing}'.", $"Give it: -Parameter @{{ {missing} = '...' }}.") : null;
    }

    internal static void Check(JobNetwork network, List<NetworkFault> faults)
    {
        void Fault(string place, string message, string fix) => faults.Add(new NetworkFault($"network '{network.Name}'", place, message, fix));
        foreach (var parameter in network.Parameter ?? new Dictionary<string, string?>())
        {
            if (!EnvironmentRules.IsVariable(parameter.Key))
            {
                Fault("Parameter", $"'{parameter.Key}' is no variable that a job may have.", EnvironmentRules.NameFix);
            }

            if (parameter.Value?.IndexOf('\0') >= 0)
            {
                Fault("Parameter." + parameter.Key, "No variable can hold a NUL character.", "Take it out.");
            }
        }

        if (network.Parameter?.Sum(pair => System.Text.Encoding.UTF8.GetByteCount(pair.Key + pair.Value) + 1) is var size && size > MostBytes)
        {
            Fault("Parameter", string.Format(CultureInfo.InvariantCulture, "The parameters take {0:N0} bytes; at most {1:N0} fit beside a job's commands.", size, MostBytes), "Put what is long into a file, and give its name.");
        }
    }
}
