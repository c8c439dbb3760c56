using System.Collections;
using System.Management.Automation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes texts by name, such as tags, as a hashtable, as JSON text, as "key=value" texts, or as an object that another cmdlet wrote.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class TextMapTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>What one of them is called: "tag".</summary>
    protected abstract string Noun { get; }

    /// <summary>One of them as a hashtable's member: "role = 'job_worker'".</summary>
    protected abstract string Example { get; }

    /// <summary>Whether nothing, such as a table's empty cell, stands for none of them.</summary>
    protected virtual bool MayBeEmpty => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (value)
        {
            case null or "" when MayBeEmpty:
                return tags;
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
                        throw Fault($"'{pair}' is no {Noun}");
                    }

                    tags[pair.Substring(0, at)] = pair.Substring(at + 1);
                }

                return tags;
            case PSObject custom:
                return custom.Properties.ToDictionary(p => p.Name, p => Value(p.Name, p.Value), StringComparer.Ordinal);
            default:
                throw Fault($"'{value}' holds no {Noun}s");
        }
    }

    private Dictionary<string, string> FromJson(string text)
        => JsonValue.TryParse(text, out JsonValue? json) && json is JsonObject obj && obj.All(m => m.Value is JsonString)
            ? obj.ToDictionary(m => m.Key, m => ((JsonString)m.Value).Value, StringComparer.Ordinal)
            : throw Fault("The text is no JSON object whose values are all text");

    // PowerShell would join a list's items with blanks: a tag that no worker has.
    private string Value(string key, object? value)
        => (value is PSObject wrapped ? wrapped.BaseObject : value) is IEnumerable and not string
            ? throw Fault($"The {Noun} '{key}' has more than one value")
            : Text(value);

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value);

    /// <summary>The error of what can't be taken.</summary>
    protected ArgumentTransformationMetadataException Fault(string what)
        => new($"{what}. Give {Noun}s as @{{ {Example} }}, as '{Example.Replace(" = '", "=")}, or as a JSON object.");
}
