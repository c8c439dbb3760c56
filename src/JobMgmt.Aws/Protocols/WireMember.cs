using System.Reflection;

namespace JobMgmt.Aws.Protocols;

/// <summary>One member of a structure: a property and the name that it has on the wire.</summary>
internal sealed class WireMember(PropertyInfo property, WireType type)
{
    private readonly string _camelName = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    public PropertyInfo Property => property;

    public WireType Type => type;

    /// <summary>The SDK makes property names from member names by raising the first letter; this is the way back.</summary>
    public string WireName(bool camelCase) => camelCase ? _camelName : property.Name;
}
