using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$append</c>: joins two arrays.</summary>
internal sealed class AppendFunction : BuiltinFunction
{
    public AppendFunction()
        : base("append", "<xx:a>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Sequences.Append(arguments[0], arguments[1], arguments.Run);
}
