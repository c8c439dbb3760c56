using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.DateTimes;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$fromMillis</c>: an instant in milliseconds since 1970 as text, in ISO 8601 or by a picture.</summary>
internal sealed class FromMillisFunction : BuiltinFunction
{
    public FromMillisFunction()
        : base("fromMillis", "<n-s?s?:s>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Number(0) is { } millis
            ? DateTimeFormatter.Format(millis, arguments.Text(1), arguments.Text(2))
            : (JsonValue?)null;
}
