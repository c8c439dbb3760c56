using System.Collections;
using System.Globalization;
using System.Xml.Linq;

namespace JobMgmt.Aws.Protocols;

/// <summary>Reads a Query service's XML into response and model classes, by local name; unknown elements are passed over.</summary>
internal static class XmlBodyReader
{
    public static object ReadStructure(XElement element, WireType type, object target)
    {
        foreach (var child in element.Elements())
        {
            if (type.Member(child.Name.LocalName, camelCase: false) is { } member)
            {
                member.Property.SetValue(target, Read(child, member.Type));
            }
        }

        return target;
    }

    private static object Read(XElement element, WireType type) => type.Kind switch
    {
        WireKind.Text => TextValue.Of(type.ClrType, element.Value),
        WireKind.Boolean => bool.Parse(element.Value),
        WireKind.Integer => type.ClrType == typeof(int)
            ? int.Parse(element.Value, CultureInfo.InvariantCulture)
            : (object)long.Parse(element.Value, CultureInfo.InvariantCulture),
        WireKind.Timestamp => EpochTime.FromText(element.Value),
        WireKind.List => ReadList(element, type),
        WireKind.Structure => ReadStructure(element, type, Activator.CreateInstance(type.ClrType)!),
        _ => throw new NotSupportedException($"No Query service of ours has a {type.Kind} (at <{element.Name.LocalName}>)."),
    };

    private static IList ReadList(XElement element, WireType type)
    {
        var list = (IList)Activator.CreateInstance(type.ClrType)!;
        foreach (var item in element.Elements().Where(child => child.Name.LocalName == "member"))
        {
            list.Add(Read(item, type.Element!));
        }

        return list;
    }
}
