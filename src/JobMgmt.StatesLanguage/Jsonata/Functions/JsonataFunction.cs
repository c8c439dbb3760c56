using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A function as a value. It never leaves an evaluation.</summary>
internal abstract class JsonataFunction : JsonValue
{
    /// <inheritdoc/>
    public sealed override JsonKind Kind => JsonKind.Object; // as JavaScript's typeof has it for JSONata's functions

    /// <summary>How many parameters it has; higher-order functions give it no more than that.</summary>
    public abstract int Arity { get; }

    /// <summary>What it may be called with; null for anything.</summary>
    public virtual Signature? Signature => null;

    /// <summary>Calls it with arguments that its signature has passed.</summary>
    public abstract JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame);

    /// <inheritdoc/>
    public sealed override void Write(StringBuilder text) => text.Append("\"\"");

    /// <inheritdoc/>
    public sealed override bool Equals(JsonValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
