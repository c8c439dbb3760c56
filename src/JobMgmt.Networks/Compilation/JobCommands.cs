using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// A job's shell lines in RunJob's input: as they are, or packed (gzip, Base64) where they are too long for that, or have a line that would end the here-document in which
/// RunJob puts them. The worker unpacks them.
/// </summary>
/// <remarks>A deployed network is compared by the lines, not by the packed text: another version of zlib may pack the same lines otherwise.</remarks>
internal static class JobCommands
{
    /// <summary>Bytes that commands may take; an Automation document may have 64 KB together with its run-time parameters, and itself, the tags and the token take their part.</summary>
    internal const int MaxBytes = 40_000;

    /// <summary>RunJob's word for it.</summary>
    internal const string Gzip = "gzip";

    private const string EndOfJob = "JOBMGMT_END_OF_JOB";

    /// <summary>Whether the lines are packed.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="environment">The bytes of the environment, which takes its part of the room.</param>
    internal static bool ArePacked(IReadOnlyList<string> lines, int environment = 0) => Size(lines) > MaxBytes - environment || lines.SelectMany(line => line.Split('\n')).Contains(EndOfJob, StringComparer.Ordinal);

    /// <summary>The bytes of the lines as a script.</summary>
    internal static int Size(IReadOnlyList<string> lines) => lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1);

    /// <summary>The bytes of an environment.</summary>
    internal static int Size(IReadOnlyDictionary<string, string>? environment) => environment?.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key + pair.Value) + 1) ?? 0;

    /// <summary>The members of RunJob's input: <c>Commands</c>, and <c>Packing</c> or null.</summary>
    internal static (JsonArray Commands, JsonValue? Packing) Write(IReadOnlyList<string> lines, int environment = 0) => ArePacked(lines, environment)
        ? (Asl.Texts(PackedText.Pack(string.Join("\n", lines) + "\n")), Gzip)
        : (new JsonArray(CommandLines.Pack(lines).Select(line => (JsonValue)JsonataText.Constant(line))), null);

    /// <summary>The lines of RunJob's input.</summary>
    /// <param name="input">The input; its <c>Commands</c> are a list.</param>
    /// <param name="read">What a constant stands for.</param>
    internal static IReadOnlyList<string> Read(JsonObject input, Func<string, string> read)
    {
        var texts = ((JsonArray)input["Commands"]!).OfType<JsonString>().Select(text => read(text.Value)).ToArray();
        return input["Packing"] is JsonString { Value: Gzip } && texts.Length == 1 && PackedText.Unpack(texts[0]) is { } script
            ? CommandLines.Unpack(new[] { script.EndsWith("\n", StringComparison.Ordinal) ? script.Substring(0, script.Length - 1) : script })
            : CommandLines.Unpack(texts);
    }
}
