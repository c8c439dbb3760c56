using System.Text;
using System.Xml;

namespace JobMgmt.Runtime.Wire;

/// <summary>Writes an XML document in UTF-8.</summary>
internal static class QueryXml
{
    public static byte[] Write(Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            content(xml);
        }

        return bytes.ToArray();
    }
}
