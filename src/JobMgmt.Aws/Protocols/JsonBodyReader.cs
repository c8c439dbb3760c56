using System.Collections;
using System.Text.Json;

namespace JobMgmt.Aws.Protocols;

/// <summary>Reads JSON into response and model classes; members that we do not know are passed over.</summary>
internal static class JsonBodyReader
{
    /// <exception cref="FormatException">A value has another form than the model says.</exception>
    public static object Read(JsonElement json, WireType type, bool camelCase) => type.Kind switch
    {
        WireKind.Text => TextValue.Of(type.ClrType, json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText()),
        WireKind.Boolean => json.GetBoolean(),
        WireKind.Integer => type.ClrType == typeof(int) ? (int)json.GetDecimal() : (object)(long)json.GetDecimal(),
        WireKind.Timestamp => json.ValueKind == JsonValueKind.String ? EpochTime.FromText(json.GetString()!) : EpochTime.FromSeconds(json.GetDecimal()),
        WireKind.TimestampMilliseconds => EpochTime.FromMilliseconds((long)json.GetDecimal()),
        WireKind.List => ReadList(json, type, camelCase),
        WireKind.Map => json.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal),
        _ => ReadStructure(json, type, Activator.CreateInstance(type.ClrType)!, camelCase),
    };

    public static object ReadStructure(JsonElement json, WireType type, object target, bool camelCase)
    {
        foreach (var pair in json.EnumerateObject())
        {
            if (pair.Value.ValueKind != JsonValueKind.Null && type.Member(pair.Name, camelCase) is { } member)
            {
                member.Property.SetValue(target, Read(pair.Value, member.Type, camelCase));
            }
        }

        return target;
    }

    private static IList ReadList(JsonElement json, WireType type, bool camelCase)
    {
        var list = (IList)Activator.CreateInstance(type.ClrType)!;
        foreach (var item in json.EnumerateArray())
        {
            list.Add(Read(item, type.Element!, camelCase));
        }

        return list;
    }
}
