using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.DateTimes;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$formatInteger</c>: a whole number as text by a picture, as XPath's format-integer.</summary>
internal sealed class FormatIntegerFunction : BuiltinFunction
{
    public FormatIntegerFunction()
        : base("formatInteger", "<n-s:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Number(0) is { } value && arguments.Text(1) is { } picture
            ? IntegerFormatter.Format(Math.Floor(value), IntegerPicture.Analyse(picture))
            : (JsonValue?)null;
}
