using System.Globalization;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// Times as views and messages show them. Their form is that of ISO 8601, so it is the same whatever calendar and separators the session's culture has: what
/// FormatString and an interpolated string make of it is of the year 2569 in Thai. Public because the views call it.
/// </summary>
public static class ViewText
{
    /// <summary>A time in a form such as <c>yyyy-MM-dd HH:mm:ss</c>; nothing for none.</summary>
    public static string? Time(DateTime? time, string format) => time?.ToString(format, CultureInfo.InvariantCulture);
}
