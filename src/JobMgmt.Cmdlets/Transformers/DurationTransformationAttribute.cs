using System.Globalization;
using System.Management.Automation;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes a time span as such, as seconds, or as text like "90s", "15m", "2h", "1d", "1h30m".</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            TimeSpan span => span,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => TimeSpan.FromSeconds(seconds),
            string text => Parse(text.Trim()) ?? throw new ArgumentTransformationMetadataException(
                $"'{text}' is no time span. Use seconds, 90s, 15m, 2h, 1d, 1h30m, or 00:15:00."),
            // PowerShell reads a bare 1d as the decimal 1, but keeps what was typed: ConvertTo<string> gives that back.
            _ => Parse(LanguagePrimitives.ConvertTo<string>(inputData)) ?? TimeSpan.FromSeconds(LanguagePrimitives.ConvertTo<double>(value)),
        };
    }

    /// <summary>The time span that a text says with units or colons; null for any other text.</summary>
    internal static TimeSpan? Parse(string text)
    {
        if (text.Contains(':'))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span : null;
        }

        TimeSpan sum = TimeSpan.Zero;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]) || text[i] == '.')
            {
                continue;
            }

            if (!double.TryParse(text.Substring(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount)
                || Unit(text[i]) is not { } unit)
            {
                return null;
            }

            sum += TimeSpan.FromTicks((long)(unit.Ticks * amount));
            start = i + 1;
        }

        return start == text.Length && text.Length > 0 ? sum : null;
    }

    private static TimeSpan? Unit(char c) => char.ToLowerInvariant(c) switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
