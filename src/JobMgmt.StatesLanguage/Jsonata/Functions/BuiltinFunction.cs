using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A function of the language. One file each; <see cref="JsonataFunctions"/> is the table.</summary>
internal abstract class BuiltinFunction : JsonataFunction
{
    /// <summary>A function.</summary>
    /// <param name="name">Its name, without the dollar sign.</param>
    /// <param name="signature">What it takes, in the language's own notation.</param>
    /// <param name="arity">How many arguments a higher-order function may give it.</param>
    protected BuiltinFunction(string name, string signature, int arity)
    {
        Name = name;
        Signature = SignatureParser.Parse(signature);
        Arity = arity;
    }

    public string Name { get; }

    public sealed override int Arity { get; }

    public sealed override Signature? Signature { get; }

    public sealed override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame) => Invoke(new Arguments(arguments, input, frame));

    /// <summary>Its value; null for undefined.</summary>
    protected abstract JsonValue? Invoke(Arguments arguments);
}
