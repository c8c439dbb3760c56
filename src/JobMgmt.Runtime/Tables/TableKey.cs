using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables;

/// <summary>A table's key: one attribute, or two.</summary>
internal sealed class TableKey
{
    private const int MostHashBytes = 2048;
    private const int MostRangeBytes = 1024;
    private readonly (string Name, string Type)[] _parts;

    public TableKey(JsonObject definition)
    {
        var types = ((JsonArray)definition["AttributeDefinitions"]!).Cast<JsonObject>().ToDictionary(Name, attribute => ((JsonString)attribute["AttributeType"]!).Value);
        _parts = [.. ((JsonArray)definition["KeySchema"]!).Cast<JsonObject>().Select(part => (Name(part), types[Name(part)]))];
    }

    public string Hash => _parts[0].Name;

    public string? Range => _parts.Length > 1 ? _parts[1].Name : null;

    public bool Has(string attribute) => attribute == Hash || attribute == Range;

    /// <summary>The type of a part of it.</summary>
    public string Type(string attribute) => _parts.First(part => part.Name == attribute).Type;

    /// <summary>The key alone.</summary>
    public JsonObject Of(JsonObject item) => new(_parts.Select(part => KeyValuePair.Create(part.Name, item[part.Name]!)));

    /// <summary>The key's bytes of a key that a request names: it has all parts and nothing else.</summary>
    public (byte[] Hash, byte[] Range) Place(JsonObject key) =>
        key.Count == _parts.Length && _parts.All(part => AttributeValues.Is(key[part.Name] as JsonObject, part.Type)) ? ItemPlace(key) : throw TableErrors.WrongKey;

    /// <summary>The key's bytes of an item.</summary>
    public (byte[] Hash, byte[] Range) ItemPlace(JsonObject item) => (Bytes(item, 0), _parts.Length > 1 ? Bytes(item, 1) : []);

    /// <summary>The bytes of a value of one part.</summary>
    public byte[] Bytes(JsonObject values, int number)
    {
        var (name, type) = _parts[number];
        var value = values[name] as JsonObject ?? throw TableErrors.Parameters($"Missing the key {name} in the item");
        if (!AttributeValues.Is(value, type))
        {
            throw TableErrors.Parameters($"Type mismatch for key {name} expected: {type} actual: {AttributeValues.Type(value)}");
        }

        var bytes = KeyBytes.Of(value);
        if (bytes.Length == 0)
        {
            throw TableErrors.Invalid(
                $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {(type == "S" ? "string" : "binary")} value. Key: {name}");
        }

        return bytes.Length <= (number == 0 ? MostHashBytes : MostRangeBytes) ? bytes
            : throw TableErrors.Parameters(number == 0
                ? $"Size of hashkey has exceeded the maximum size limit of{MostHashBytes} bytes"
                : $"Aggregated size of all range keys has exceeded the size limit of {MostRangeBytes} bytes");
    }

    /// <summary>The record of an item, within the limits.</summary>
    public TableItemRecord Record(JsonObject item, bool isUpdate)
    {
        var (hash, range) = ItemPlace(item);
        var size = ItemSize.Of(item);
        return size <= ItemSize.Most ? new TableItemRecord(hash, range, item, size) : throw (isUpdate ? TableErrors.TooLargeToUpdate : TableErrors.TooLarge);
    }

    private static string Name(JsonObject part) => ((JsonString)part["AttributeName"]!).Value;
}
