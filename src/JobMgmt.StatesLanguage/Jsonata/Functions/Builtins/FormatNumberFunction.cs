using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$formatNumber</c>: a number as text by a picture, as XPath's format-number.</summary>
internal sealed class FormatNumberFunction : BuiltinFunction
{
    public FormatNumberFunction()
        : base("formatNumber", "<n-so?:s>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Number(0) is { } value && arguments.Text(1) is { } picture
            ? NumberPicture.Format(value, picture, arguments.Object(2))
            : (JsonValue?)null;
}
