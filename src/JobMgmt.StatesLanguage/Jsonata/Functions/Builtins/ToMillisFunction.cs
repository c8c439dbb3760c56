using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.DateTimes;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$toMillis</c>: the milliseconds since 1970 of a text, in ISO 8601 or by a picture.</summary>
internal sealed class ToMillisFunction : BuiltinFunction
{
    public ToMillisFunction()
        : base("toMillis", "<s-s?:n>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        if (arguments.Text(1) is not { } picture)
        {
            return Iso8601.IsTimestamp(text) ? Numeric.Of(Iso8601.Parse(text)) : throw new JsonataException("D3110", value: text);
        }

        return DateTimeParser.Parse(text, picture, arguments.Run.Environment.Now.ToUnixTimeMilliseconds()) is { } millis ? Numeric.Of(millis) : null;
    }
}
