using System.Xml;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Splits an answer's members into headers and, for the operations that have one, an XML document.</summary>
internal static class S3AnswerWriter
{
    private static readonly Dictionary<string, string> _headers = S3Names.Headers.Where(pair => pair.Key != "x-amz-sdk-checksum-algorithm")
        .ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The headers of an answer.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Headers(string operation, JsonObject answer)
    {
        var isDocument = S3Names.AnswerRoots.ContainsKey(operation);
        foreach (var (name, value) in answer)
        {
            if (isDocument && !S3Names.HeadersOfDocuments.Contains(name))
            {
                continue;
            }

            if (name == "Metadata" && value is JsonObject metadata)
            {
                foreach (var (key, text) in metadata)
                {
                    yield return KeyValuePair.Create(S3Names.MetadataPrefix + key, ((JsonString)text).Value);
                }
            }
            else if (_headers.TryGetValue(name, out var header))
            {
                yield return KeyValuePair.Create(header, S3Values.Write(name, value, isHeader: true));
            }
        }
    }

    /// <summary>The document of an answer; null where it has none.</summary>
    public static byte[]? Document(string operation, JsonObject answer) =>
        S3Names.AnswerRoots.TryGetValue(operation, out var root) ? QueryXml.Write(xml => WriteRoot(xml, root, answer)) : null;

    private static void WriteRoot(XmlWriter xml, string root, JsonObject answer)
    {
        xml.WriteStartElement(root, S3Names.Namespace);
        if (answer[root] is { } payload)
        {
            WriteValue(xml, root, payload); // the document is one member of the answer: CopyObjectResult, LocationConstraint
        }
        else
        {
            WriteMembers(xml, answer);
        }

        xml.WriteEndElement();
    }

    private static void WriteMembers(XmlWriter xml, JsonObject members)
    {
        foreach (var (name, value) in members.Where(member => !S3Names.HeadersOfDocuments.Contains(member.Key)))
        {
            if (value is JsonArray items && S3Names.FlatLists.TryGetValue(name, out var item))
            {
                WriteItems(xml, item, items);
            }
            else
            {
                xml.WriteStartElement(name, S3Names.Namespace);
                WriteValue(xml, name, value);
                xml.WriteEndElement();
            }
        }
    }

    private static void WriteItems(XmlWriter xml, string name, JsonArray items)
    {
        foreach (var item in items)
        {
            xml.WriteStartElement(name, S3Names.Namespace);
            WriteValue(xml, name, item);
            xml.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter xml, string name, JsonValue value)
    {
        switch (value)
        {
            case JsonObject members:
                WriteMembers(xml, members);
                break;
            case JsonArray items:
                WriteItems(xml, S3Names.WrappedLists[name], items);
                break;
            default:
                xml.WriteString(S3Values.Write(name, value, isHeader: false));
                break;
        }
    }
}
