using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary><c>$formatNumber</c>, as the reference implementation does XPath's fn:format-number.</summary>
internal sealed class NumberPicture
{
    private readonly PictureSymbols _symbols;
    private readonly PictureAnalysis _picture;
    private readonly string _sign;

    private NumberPicture(PictureAnalysis picture, string sign, PictureSymbols symbols)
    {
        _picture = picture;
        _sign = sign;
        _symbols = symbols;
    }

    /// <exception cref="JsonataException"><c>D3080</c> to <c>D3093</c> where the picture is none.</exception>
    public static string Format(double value, string picture, JsonObject? options)
    {
        var symbols = new PictureSymbols(options);
        var parts = picture.Split([symbols.Pattern], StringSplitOptions.None).Select(part => new SubPicture(part, symbols)).ToArray();
        if (parts.Length > 2)
        {
            throw new JsonataException("D3080");
        }

        foreach (var part in parts)
        {
            PictureRules.Check(part, symbols);
        }

        var negative = !(value >= 0);
        var chosen = new PictureAnalysis(parts[negative ? parts.Length - 1 : 0], symbols);
        return new NumberPicture(chosen, negative && parts.Length == 1 ? symbols.Minus : string.Empty, symbols).Format(value);
    }

    private string Format(double value)
    {
        var adjusted = Has(_symbols.Percent) ? value * 100 : Has(_symbols.PerMille) ? value * 1000 : value;
        var (mantissa, exponent) = _picture.MinExponent == 0 ? (adjusted, (int?)null) : Scale(adjusted);
        var text = Fixed(Rounding.HalfEven(mantissa, _picture.MaxFraction), _picture.MaxFraction);
        var point = text.IndexOf('.');
        text = point < 0 ? text + _symbols.Decimal : text.Substring(0, point) + _symbols.Decimal + text.Substring(point + 1);
        text = Group(Pad(text.Trim(_symbols.Zero)));
        point = text.IndexOf(_symbols.Decimal, StringComparison.Ordinal);
        if (!Has(_symbols.Decimal) || point == text.Length - 1)
        {
            text = text.Substring(0, text.Length - 1);
        }

        return _sign + _picture.Prefix + text + (exponent is { } power ? Exponent(power) : string.Empty) + _picture.Suffix;
    }

    private bool Has(string symbol) => _picture.Picture.IndexOf(symbol, StringComparison.Ordinal) >= 0;

    private (double Mantissa, int? Exponent) Scale(double value)
    {
        var max = Math.Pow(10, _picture.Scaling);
        var min = Math.Pow(10, _picture.Scaling - 1);
        var exponent = 0;
        while (value != 0 && Math.Abs(value) < min)
        {
            value *= 10;
            exponent--;
        }

        while (Math.Abs(value) > max && !double.IsInfinity(value))
        {
            value /= 10;
            exponent++;
        }

        return (value, exponent);
    }

    private string Fixed(double value, int places)
    {
        var absolute = Math.Abs(value);
        return _symbols.Localise(absolute >= 1e21
            ? JavaScriptNumber.Format(absolute)
            : absolute.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private string Pad(string text)
    {
        var point = text.IndexOf(_symbols.Decimal, StringComparison.Ordinal);
        var left = Math.Max(0, _picture.MinInteger - point);
        var right = Math.Max(0, _picture.MinFraction - (text.Length - point - 1));
        return new string(_symbols.Zero, left) + text + new string(_symbols.Zero, right);
    }

    private string Group(string text)
    {
        var point = text.IndexOf(_symbols.Decimal, StringComparison.Ordinal);
        if (_picture.RegularGroup > 0)
        {
            var groups = (int)Math.Floor((point - 1) / (double)_picture.RegularGroup);
            for (var i = 1; i <= groups; i++)
            {
                text = Slices.Insert(text, point - (i * _picture.RegularGroup), _symbols.Grouping);
            }
        }
        else
        {
            foreach (var position in _picture.IntegerGroups)
            {
                text = Slices.Insert(text, point - position, _symbols.Grouping);
                point++;
            }
        }

        point = text.IndexOf(_symbols.Decimal, StringComparison.Ordinal);
        return _picture.FractionGroups.Aggregate(text, (grouped, position) => Slices.Insert(grouped, position + point + 1, _symbols.Grouping));
    }

    private string Exponent(int power) =>
        _symbols.Exponent + (power < 0 ? _symbols.Minus : string.Empty) + Fixed(power, 0).PadLeft(_picture.MinExponent, _symbols.Zero);
}
