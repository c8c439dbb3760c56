using System.Collections;
using System.Text.Json;

namespace JobMgmt.Aws.Protocols;

/// <summary>Writes a request's properties as JSON; what is null is left out.</summary>
internal static class JsonBodyWriter
{
    public static void Write(Utf8JsonWriter writer, WireType type, object value, bool camelCase)
    {
        switch (type.Kind)
        {
            case WireKind.Text:
                writer.WriteStringValue(value.ToString());
                break;
            case WireKind.Boolean:
                writer.WriteBooleanValue((bool)value);
                break;
            case WireKind.Integer:
                writer.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case WireKind.Timestamp:
                writer.WriteNumberValue(EpochTime.ToSeconds((DateTime)value));
                break;
            case WireKind.TimestampMilliseconds:
                writer.WriteNumberValue(EpochTime.ToMilliseconds((DateTime)value));
                break;
            case WireKind.List:
                writer.WriteStartArray();
                foreach (var item in (IEnumerable)value)
                {
                    Write(writer, type.Element!, item, camelCase);
                }

                writer.WriteEndArray();
                break;
            case WireKind.Map:
                writer.WriteStartObject();
                foreach (var pair in (IReadOnlyDictionary<string, string>)value)
                {
                    writer.WriteString(pair.Key, pair.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteStructure(writer, type, value, camelCase);
                break;
        }
    }

    private static void WriteStructure(Utf8JsonWriter writer, WireType type, object value, bool camelCase)
    {
        writer.WriteStartObject();
        foreach (var member in type.Members)
        {
            if (member.Property.GetValue(value) is { } set)
            {
                writer.WritePropertyName(member.WireName(camelCase));
                Write(writer, member.Type, set, camelCase);
            }
        }

        writer.WriteEndObject();
    }
}
