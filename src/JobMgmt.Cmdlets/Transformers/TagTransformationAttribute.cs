using System.Collections;
using System.Management.Automation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes tags as a hashtable, as JSON text, as "key=value" texts, or as an object that another cmdlet wrote.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (value)
        {
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    tags[Text(entry.Key)] = Value(Text(entry.Key), entry.Value);
                }

                return tags;
            case IEnumerable<KeyValuePair<string, string>> pairs:
                return pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            case string text when text.TrimStart().StartsWith("{", StringComparison.Ordinal):
                return FromJson(text);
            case string or IEnumerable:
                foreach (object item in value is string one ? new[] { one } : ((IEnumerable)value).Cast<object>())
                {
                    string pair = Text(item);
                    int at = pair.IndexOf('=');
                    if (at <= 0)
                    {
                        throw Fault($"'{pair}' is no tag");
                    }

                    tags[pair.Substring(0, at)] = pair.Substring(at + 1);
                }

                return tags;
            case PSObject custom:
                return custom.Properties.ToDictionary(p => p.Name, p => Value(p.Name, p.Value), StringComparer.Ordinal);
            default:
                throw Fault($"'{value}' holds no tags");
        }
    }

    private static Dictionary<string, string> FromJson(string text)
        => JsonValue.TryParse(text, out JsonValue? json) && json is JsonObject obj && obj.All(m => m.Value is JsonString)
            ? obj.ToDictionary(m => m.Key, m => ((JsonString)m.Value).Value, StringComparer.Ordinal)
            : throw Fault("The text is no JSON object whose values are all text");

    // PowerShell would join a list's items with blanks: a tag that no worker has.
    private static string Value(string key, object? value)
        => (value is PSObject wrapped ? wrapped.BaseObject : value) is IEnumerable and not string
            ? throw Fault($"The tag '{key}' has more than one value")
            : Text(value);

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value);

    private static ArgumentTransformationMetadataException Fault(string what)
        => new($"{what}. Give tags as @{{ role = 'job_worker' }}, as 'role=job_worker', or as a JSON object.");
}
