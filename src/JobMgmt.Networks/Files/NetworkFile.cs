using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>A job network in a file: YAML, or its definition in the Amazon States Language.</summary>
public sealed class NetworkFile
{
    /// <summary>How the file of a network in YAML ends.</summary>
    public const string YamlEnding = ".jobnetwork.yaml";

    /// <summary>How the file of a definition in the Amazon States Language ends.</summary>
    public const string AslEnding = ".asl.json";

    /// <summary>The schema's file, beside the networks' files.</summary>
    public const string SchemaName = "jobnetwork.schema.json";

    private readonly FileNode? _root;

    private NetworkFile(JobNetwork? network, IReadOnlyList<NetworkFileFault> faults, FileNode? root)
    {
        Network = network;
        Faults = faults;
        _root = root;
    }

    /// <summary>The network; null where the file has faults.</summary>
    public JobNetwork? Network { get; }

    /// <summary>Everything that is wrong with the file, in its order.</summary>
    public IReadOnlyList<NetworkFileFault> Faults { get; }

    /// <summary>Of a definition in the Amazon States Language: the states that the network does not stand for, so that an import loses them.</summary>
    public IReadOnlyList<string> LostStates { get; private init; } = Array.Empty<string>();

    /// <summary>Reads YAML. Never throws: what is wrong is in <see cref="Faults"/>.</summary>
    public static NetworkFile ReadYaml(string text)
    {
        var faults = new List<NetworkFileFault>();
        var scope = new FileScope(faults, "");
        var root = scope.Try(() => FileTree.Read(text), null!);
        var network = root is null ? null : scope.Try(() => NetworkMembers.Network.Kind.Read(root, scope), null!);
        return new NetworkFile(faults.Count == 0 ? network : null, faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToArray(), root);
    }

    /// <summary>Reads a definition in the Amazon States Language that is a job network. Never throws.</summary>
    /// <param name="text">The definition.</param>
    /// <param name="name">The network's name, which a definition does not say.</param>
    public static NetworkFile ReadAsl(string text, string name)
    {
        JsonValue value;
        try
        {
            value = JsonValue.Parse(text);
        }
        catch (JsonSyntaxException e)
        {
            return Refused($"This is no JSON: {e.Message}", "Write the definition of a state machine, as Export-JobNetwork -As Asl does.");
        }

        var reason = "It is no object.";
        return value is JsonObject asl && NetworkReader.TryRead(asl, name, out var network, out reason)
            ? new NetworkFile(network, Array.Empty<NetworkFileFault>(), null) { LostStates = LostInImport.Find(asl, network!) }
            : Refused($"The definition can't be read as a job network: {reason}", "Deploy it with the tool that made it, or write the network in YAML.");
    }

    /// <summary>The network in YAML; the same network always gives the same bytes.</summary>
    /// <exception cref="ArgumentException">A text has a NUL or half of a surrogate pair in it, which no file and no shell takes.</exception>
    public static string WriteYaml(JobNetwork network)
    {
        var members = (JsonObject)NetworkMembers.Network.Kind.Write(network);
        Check(members, "");
        return NetworkFileWriter.Write(members, SchemaName);
    }

    /// <summary>A definition in the Amazon States Language as a file has it.</summary>
    public static string WriteAsl(JsonObject definition) => definition.ToIndentedString() + "\n";

    /// <summary>The JSON Schema (draft 2020-12) of the YAML form, as text.</summary>
    public static string WriteSchema() => new JsonObject(JsonObject.Of(
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "JobMgmt job network"),
        ("description", "Jobs with an order between them, deployed as one state machine by Import-JobNetwork."))
        .Concat(NetworkMembers.Network.Kind.Schema)).ToIndentedString() + "\n";

    /// <summary>A fault of the definition with its place in the file.</summary>
    public NetworkFileFault Locate(NetworkFault fault)
    {
        var node = _root?.At(fault.Place) ?? new FileNode(1, 1);
        return new NetworkFileFault(node.Line, node.Column, $"{fault.Thing} ({fault.Place})", fault.Message, fault.Fix);
    }

    private static NetworkFile Refused(string message, string fix) => new(null, new[] { new NetworkFileFault(1, 1, "", message, fix) }, null);

    private static void Check(JsonValue value, string place)
    {
        switch (value)
        {
            case JsonObject map:
                foreach (var member in map)
                {
                    CheckText(member.Key, place);
                    Check(member.Value, place.Length == 0 ? member.Key : place + "." + member.Key);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Check(list[i], FormattableString.Invariant($"{place}[{i}]"));
                }

                break;
            case JsonString text:
                CheckText(text.Value, place);
                break;
            default:
                break;
        }
    }

    private static void CheckText(string text, string place)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                throw new ArgumentException($"{place} has {(text[i] == '\0' ? "a NUL" : "half of a surrogate pair")} in it, which no file and no shell takes. Take it out.");
            }
        }
    }
}
