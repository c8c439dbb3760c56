using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.Common;

/// <summary>JSON as PowerShell has it, like ConvertFrom-Json.</summary>
internal static class JsonObjects
{
    /// <summary>The value; an object becomes one with its members as properties.</summary>
    public static object? Of(JsonValue? value)
    {
        switch (value)
        {
            case JsonString text:
                return text.Value;
            case JsonNumber number:
                return number.TryToInt64(out long whole) ? whole : number.ToDouble();
            case JsonBoolean truth:
                return truth.Value;
            case JsonArray list:
                return list.Select(Of).ToArray();
            case JsonObject members:
                var made = new PSObject();
                foreach (KeyValuePair<string, JsonValue> member in members)
                {
                    // Names are told apart by case in JSON, not here: the first stays.
                    if (made.Properties[member.Key] is null && member.Key.Length > 0)
                    {
                        made.Properties.Add(new PSNoteProperty(member.Key, Of(member.Value)));
                    }
                }

                return made;
            default:
                return null;
        }
    }

    /// <summary>What a script gives as JSON: texts, numbers, truths, lists, hashtables and custom objects. Null where JSON has no word for it.</summary>
    public static JsonValue? From(object? value)
    {
        object? bare = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        switch (bare)
        {
            case null:
                return JsonNull.Instance;
            case string text:
                return text;
            case bool truth:
                return truth;
            case IDictionary map:
                IEnumerable<(string Name, object? Value)> members = map.Cast<DictionaryEntry>().Select(entry => (LanguagePrimitives.ConvertTo<string>(entry.Key), (object?)entry.Value));
                return Members(map is IOrderedDictionary ? members : members.OrderBy(member => member.Name, StringComparer.Ordinal)); // a hashtable's own order is another one each time
            case PSObject custom:
                return Members(custom.Properties.Select(property => (property.Name, (object?)property.Value)));
            case IEnumerable list:
                JsonValue?[] items = list.Cast<object?>().Select(From).ToArray();
                return items.Contains(null) ? null : new JsonArray(items!);
            default:
                return bare is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal ? JsonNumberOf(bare) : null;
        }
    }

    /// <summary>A hashtable as an event pattern: where it has a single value or test, the pattern has a list of one.</summary>
    public static JsonObject Pattern(IDictionary map) => Listed(From(map) as JsonObject ?? throw new ArgumentTransformationMetadataException(
        "The event pattern has a value that JSON has no word for. Use texts, numbers, $true, $null, lists and hashtables."));

    private static JsonObject Listed(JsonObject members) => new(members.Select(member => new KeyValuePair<string, JsonValue>(member.Key, member.Value switch
    {
        JsonObject { Count: 1 } test when IsTest(test[0]) => new JsonArray([test]),
        JsonObject inner => Listed(inner),
        JsonArray list => list,
        JsonValue single => new JsonArray([single]),
    })));

    // What can stand for a test alone: a field that is called like one has a list of values, or fields below it.
    private static bool IsTest(KeyValuePair<string, JsonValue> member) => member.Key switch
    {
        "prefix" or "suffix" or "wildcard" or "equals-ignore-case" or "cidr" => member.Value is JsonString || (member.Key is "prefix" or "suffix" && member.Value is JsonObject { Count: 1 } inner && inner.Contains("equals-ignore-case")),
        "exists" => member.Value is JsonBoolean,
        "anything-but" => true,
        "numeric" => member.Value is JsonArray { Count: > 1 } comparison && comparison[0] is JsonString { Value: "=" or "<" or "<=" or ">" or ">=" },
        _ => false,
    };

    private static JsonValue? JsonNumberOf(object value)
        => JsonValue.TryParse(LanguagePrimitives.ConvertTo<string>(value), out JsonValue? number) ? number : null;

    private static JsonObject? Members(IEnumerable<(string Name, object? Value)> members)
    {
        (string Name, JsonValue? Value)[] made = members.Select(member => (member.Name, From(member.Value))).ToArray();
        return made.Any(member => member.Value is null) ? null : JsonObject.Of(made);
    }
}
