using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.DateTimes;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$now</c>: the instant of the evaluation as text.</summary>
internal sealed class NowFunction : BuiltinFunction
{
    public NowFunction()
        : base("now", "<s?s?:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => DateTimeFormatter.Format(arguments.Run.Environment.Now.ToUnixTimeMilliseconds(), arguments.Text(0), arguments.Text(1));
}
