using JobMgmt.StatesLanguage.Interpreter.Checkpoints;
using JobMgmt.StatesLanguage.Interpreter.Positions;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>
/// Where an execution stands: all that the next step needs, and nothing else. Immutable; it is data, so that it can be stored and read back by a
/// later version.
/// </summary>
public sealed class Checkpoint
{
    internal Checkpoint(ExecutionPosition? position) => Position = position;

    /// <summary>Before <see cref="Inputs.ExecutionStart"/>.</summary>
    public static Checkpoint Initial { get; } = new(null);

    /// <summary>Whether the execution has ended: no input changes anything any more.</summary>
    public bool IsEnded => Position is { Root: null };

    /// <summary>Null before the start.</summary>
    internal ExecutionPosition? Position { get; }

    /// <summary>Reads what <see cref="Serialize"/> wrote, in this version or an earlier one.</summary>
    /// <exception cref="FormatException">It is no checkpoint, or one of a later version.</exception>
    public static Checkpoint Deserialize(string text) => CheckpointReader.Read(text);

    /// <summary>Compact JSON text with its version in <c>"v"</c>.</summary>
    public string Serialize() => CheckpointWriter.Write(Position);
}
