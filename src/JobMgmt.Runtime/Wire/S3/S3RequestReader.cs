using System.Xml;
using System.Xml.Linq;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Reads a request's members out of its target, query, headers and, for the operations that have one, XML document.</summary>
internal static class S3RequestReader
{
    private const int MostXmlBytes = 4 << 20;

    /// <summary>Everything but the document.</summary>
    public static JsonObject ReadHead(WireRequest request, S3Target target, IReadOnlyDictionary<string, string> query)
    {
        var members = new Dictionary<string, JsonValue>();
        var metadata = new Dictionary<string, JsonValue>();
        foreach (var (name, values) in request.Headers)
        {
            if (name.StartsWith(S3Names.MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                metadata[name[S3Names.MetadataPrefix.Length..].ToLowerInvariant()] = values.ToString();
            }
            else if (S3Names.Headers.TryGetValue(name, out var member) && Value(member, values.ToString()) is { } value)
            {
                members[member] = S3Values.Read(member, value);
            }
        }

        foreach (var (name, value) in query)
        {
            if (S3Names.Query.TryGetValue(name, out var member) && (value.Length > 0 || !S3Names.Numbers.Contains(member)))
            {
                members[member] = S3Values.Read(member, value);
            }
        }

        if (request.Header("x-amz-trailer")?.Split('-') is ["x", "amz", "checksum", var algorithm])
        {
            members.TryAdd("ChecksumAlgorithm", algorithm.ToUpperInvariant());
        }

        if (metadata.Count > 0)
        {
            members["Metadata"] = new JsonObject(metadata);
        }

        members["Bucket"] = target.Bucket;
        members["Key"] = target.Key;
        return new JsonObject(members);
    }

    /// <summary>With the document of the operation.</summary>
    /// <exception cref="ServiceException">MalformedXML.</exception>
    public static async Task<JsonObject> WithDocumentAsync(JsonObject members, string operation, Stream body, CancellationToken cancellation)
    {
        if (!S3Names.RequestRoots.TryGetValue(operation, out var root))
        {
            return members;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int count; (count = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            await bytes.WriteAsync(buffer.AsMemory(0, count), cancellation);
            if (bytes.Length > MostXmlBytes)
            {
                throw Malformed();
            }
        }

        return bytes.Length == 0 ? members : members.With(root, Parse(bytes));
    }

    /// <summary>The arguments of a query, decoded; the last of a name counts.</summary>
    public static Dictionary<string, string> ReadQuery(string raw)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            query[Decode(pair[0])] = pair.Length == 2 ? Decode(pair[1]) : "";
        }

        return query;
    }

    private static string? Value(string member, string value)
    {
        if (member != "ContentEncoding")
        {
            return member == "ContentLength" ? null : value;
        }

        // aws-chunked is how the body is sent, not what the object is
        var encodings = value.Split(',', StringSplitOptions.TrimEntries).Where(encoding => encoding is not ("aws-chunked" or "")).ToArray();
        return encodings.Length == 0 ? null : string.Join(',', encodings);
    }

    private static JsonValue Parse(MemoryStream bytes)
    {
        bytes.Position = 0;
        try
        {
            using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
            var value = Convert(XElement.Load(reader));
            return value is JsonObject ? value : JsonObject.Empty;
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    private static JsonValue Convert(XElement element)
    {
        var name = element.Name.LocalName;
        if (S3Names.WrappedLists.ContainsKey(name))
        {
            return new JsonArray(element.Elements().Select(Convert));
        }

        if (!element.HasElements)
        {
            return S3Values.Read(name, element.Value);
        }

        return new JsonObject(element.Elements().GroupBy(child => child.Name.LocalName).Select(group =>
            S3Names.FlatLists.FirstOrDefault(list => list.Value == group.Key).Key is { } list
                ? KeyValuePair.Create(list, (JsonValue)new JsonArray(group.Select(Convert)))
                : KeyValuePair.Create(group.Key, Convert(group.Last()))));
    }

    private static ServiceException Malformed() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
