using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Analyses a date's picture (XPath Functions and Operators 3.1, 9.8.4).</summary>
internal sealed class DateTimePicture
{
    private const string Integers = "YMDdFWwXxHhmsf";
    private readonly string _picture;
    private readonly List<DateTimePart> _parts = [];

    private DateTimePicture(string picture) => _picture = picture;

    /// <exception cref="JsonataException"><c>D3132</c>, <c>D3135</c> where it is none.</exception>
    public static List<DateTimePart> Analyse(string picture)
    {
        var analysis = new DateTimePicture(picture);
        analysis.Run();
        return analysis._parts;
    }

    private void Run()
    {
        var start = 0;
        var at = 0;
        while (at < _picture.Length)
        {
            if (_picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(start, at);
            if (at + 1 < _picture.Length && _picture[at + 1] == '[')
            {
                _parts.Add(new DateTimePart { Literal = "[" });
                start = at += 2;
                continue;
            }

            var close = _picture.IndexOf(']', at);
            if (close < 0)
            {
                throw new JsonataException("D3135");
            }

            AddMarker(Regex.Replace(_picture.Substring(at + 1, close - at - 1), @"\s+", string.Empty));
            start = at = close + 1;
        }

        AddLiteral(start, at);
    }

    private void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            _parts.Add(new DateTimePart { Literal = _picture.Substring(start, end - start).Replace("]]", "]") });
        }
    }

    private void AddMarker(string marker)
    {
        var part = new DateTimePart { Component = marker.Length > 0 ? marker[0] : '\0' };
        var comma = marker.LastIndexOf(',');
        if (comma >= 0)
        {
            var widths = marker.Substring(comma + 1).Split(['-'], 2);
            part.MinWidth = Width(widths[0]);
            part.MaxWidth = widths.Length > 1 ? Width(widths[1]) : null;
        }

        Present(part, marker.Length == 0 || comma == 0 ? string.Empty : marker.Substring(1, (comma > 0 ? comma : marker.Length) - 1));
        _parts.Add(part);
    }

    private static double? Width(string text) => text == "*" ? null : IntegerParser.ParseInt(text);

    private void Present(DateTimePart part, string modifiers)
    {
        if (modifiers.Length > 1 && "atco".IndexOf(modifiers[modifiers.Length - 1]) >= 0)
        {
            part.Modifier = modifiers[modifiers.Length - 1];
            part.Presentation = modifiers.Substring(0, modifiers.Length - 1);
        }
        else
        {
            part.Presentation = modifiers.Length > 0 ? modifiers : Default(part.Component);
        }

        if (part.Presentation[0] is 'n' or 'N')
        {
            part.Names = part.Presentation[0] == 'n' ? LetterCase.Lower
                : part.Presentation.Length > 1 && part.Presentation[1] == 'n' ? LetterCase.Title
                : LetterCase.Upper;
        }
        else if (Integers.IndexOf(part.Component) >= 0)
        {
            PresentInteger(part);
        }

        if (part.Component is 'Z' or 'z')
        {
            part.Integer = IntegerPicture.Analyse(part.Presentation);
        }
    }

    private void PresentInteger(DateTimePart part)
    {
        var format = IntegerPicture.Analyse(part.Modifier == '\0' ? part.Presentation : part.Presentation + ";" + part.Modifier);
        part.Integer = format;
        var isDecimal = format.Primary == IntegerFormat.Style.Decimal;
        if (isDecimal && part.MinWidth is { } min && format.MandatoryDigits < min)
        {
            format.MandatoryDigits = (int)min;
        }

        if (part.Component == 'Y')
        {
            if (part.MaxWidth is { } max)
            {
                part.YearDigits = max;
                format.MandatoryDigits = (int)max;
            }
            else if (isDecimal && format.MandatoryDigits + format.OptionalDigits >= 2)
            {
                part.YearDigits = format.MandatoryDigits + format.OptionalDigits;
            }
        }

        // two numbers without anything between them: only its width shows where the first one ends
        if (_parts.Count > 0 && _parts[_parts.Count - 1].Integer is { } previous)
        {
            previous.ParseWidth = previous.MandatoryDigits;
        }
    }

    private static string Default(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'F' or 'P' or 'C' or 'E' => "n",
        'm' or 's' => "01",
        'Z' or 'z' => "01:01",
        '\0' => throw new JsonataException("D3132", value: string.Empty),
        _ => throw new JsonataException("D3132", value: component.ToString()),
    };
}
