using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// Manifests: of an S3 inventory (<c>manifest.json</c>: destination bucket, columns, files), or of Athena's UNLOAD (a CSV file of <c>s3://bucket/key</c>, a line each).
/// </summary>
internal static class Manifests
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const string BucketArn = "arn:aws:s3:::";

    public static IReadOnlyList<ManifestFile> Read(Stream manifest, ReaderSettings settings)
    {
        var text = Text(manifest);
        return settings.IsInventory ? Inventory(text, settings) : Athena(text, settings);
    }

    private static ManifestFile[] Inventory(string text, ReaderSettings settings)
    {
        if (!JsonValue.TryParse(text, out var value) || value is not JsonObject { } inventory || inventory["files"] is not JsonArray files)
        {
            throw Failed("The file is not the manifest of an S3 inventory.");
        }

        var format = PlanJson.Text(inventory["fileFormat"]) ?? "CSV";
        if (format != "CSV")
        {
            throw Failed($"The S3 inventory's format '{format}' is not supported.");
        }

        var bucket = PlanJson.Text(inventory["destinationBucket"]) ?? string.Empty;
        bucket = bucket.StartsWith(BucketArn, StringComparison.Ordinal) ? bucket.Substring(BucketArn.Length) : bucket;
        var headers = (PlanJson.Text(inventory["fileSchema"]) ?? string.Empty).Split(',').Select(column => column.Trim()).ToArray();
        var csv = settings with { InputType = "CSV", ManifestType = null, CsvHeaderLocation = "GIVEN", CsvHeaders = headers, CsvDelimiter = null };
        return files.Select(file => PlanJson.Text((file as JsonObject)?["key"]) is { } key
            ? new ManifestFile(bucket, key, csv)
            : throw Failed("A file of the S3 inventory has no key.")).ToArray();
    }

    private static ManifestFile[] Athena(string text, ReaderSettings settings) => text
        .Split('\n')
        .Select(line => line.Trim().Trim('"'))
        .Where(line => line.Length > 0)
        .Select(line => Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme == "s3" && uri.AbsolutePath.Length > 1
            ? new ManifestFile(uri.Host, Uri.UnescapeDataString(uri.AbsolutePath.Substring(1)), settings with { ManifestType = null })
            : throw Failed($"'{line}' is no S3 URI."))
        .ToArray();

    private static string Text(Stream manifest)
    {
        using var reader = new StreamReader(manifest, Encoding.UTF8, true, 16384, leaveOpen: true);
        var text = new StringBuilder();
        var block = new char[16384];
        for (int read; (read = reader.Read(block, 0, block.Length)) > 0;)
        {
            text.Append(block, 0, read);
            if (text.Length > MostBytes)
            {
                throw Failed("The manifest is too large.");
            }
        }

        return text.ToString();
    }

    private static MapRunException Failed(string cause) => new(MapRunException.ItemReaderFailed, cause);
}
