using System.Text;
using System.Xml;

namespace JobMgmt.Runtime.Wire;

/// <summary>Writes an XML document in UTF-8.</summary>
internal static class QueryXml
{
    /// <summary>The text, with U+FFFD for what no XML document can hold, not even escaped: clients refuse a whole answer for one such character.</summary>
    public static string Text(string text) =>
        text.All(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))
            ? text
            : string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\ufffd'));

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
