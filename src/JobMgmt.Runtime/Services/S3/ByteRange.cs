using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>The bytes of an object that a request asks for.</summary>
/// <param name="Start">The first.</param>
/// <param name="Length">How many.</param>
/// <param name="IsPart">Whether the request named a range or a part: the answer is 206 then.</param>
internal readonly record struct ByteRange(long Start, long Length, bool IsPart)
{
    /// <summary>By <c>Range</c> (one range; S3 ignores several, and what it can't read) or <c>PartNumber</c>.</summary>
    /// <exception cref="ServiceException">InvalidRange, InvalidPartNumber.</exception>
    public static ByteRange Of(JsonObject request, S3ObjectRecord record)
    {
        if (request.Number("PartNumber") is { } part)
        {
            return OfPart(part, record);
        }

        return request.Text("Range") is { } text && TryParse(text, record.Size) is { } range ? range : new ByteRange(0, record.Size, false);
    }

    /// <summary>A range of a copy's source: it must be whole.</summary>
    public static ByteRange OfCopySource(string text, long size) =>
        TryParse(text, size) is { } range
            ? range
            : throw S3Errors.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy", "x-amz-copy-source-range", text);

    private static ByteRange OfPart(long number, S3ObjectRecord record)
    {
        var sizes = record.Parts ?? [record.Size];
        return number >= 1 && number <= sizes.Count
            ? new ByteRange(sizes.Take((int)number - 1).Sum(), sizes[(int)number - 1], true)
            : throw new ServiceException("InvalidPartNumber", "The requested partnumber is not satisfiable", 416, JsonObject.Of(("ActualPartCount", sizes.Count), ("PartNumberRequested", number)));
    }

    private static ByteRange? TryParse(string text, long size)
    {
        const string unit = "bytes=";
        var ends = text.StartsWith(unit, StringComparison.Ordinal) ? text[unit.Length..].Split('-') : [];
        if (ends.Length != 2 || !TryRead(ends[0], out var first) || !TryRead(ends[1], out var last) || (first is null && last is null) || last < first)
        {
            return null;
        }

        var start = first ?? Math.Max(0, size - last!.Value);
        var end = first is null ? size - 1 : Math.Min(last ?? long.MaxValue, size - 1);
        return start < size && end >= start
            ? new ByteRange(start, end - start + 1, true)
            : throw new ServiceException(
                "InvalidRange", "The requested range is not satisfiable", 416, JsonObject.Of(("RangeRequested", text), ("ActualObjectSize", size)));
    }

    private static bool TryRead(string text, out long? number)
    {
        number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return number is not null || text.Length == 0;
    }
}
