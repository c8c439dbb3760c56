using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.DateTimes;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$parseInteger</c>: the whole number in a text by a picture; not a number where it has none.</summary>
internal sealed class ParseIntegerFunction : BuiltinFunction
{
    public ParseIntegerFunction()
        : base("parseInteger", "<s-s:n>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is { } text && arguments.Text(1) is { } picture
            ? Numeric.Of(IntegerParser.Of(IntegerPicture.Analyse(picture)).Parse(text))
            : null;
}
