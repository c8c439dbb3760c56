using System.Collections;
using System.Management.Automation;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes parameters of networks: texts by name, or null, or a name alone, for one that has none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ParameterTransformationAttribute : TextMapTransformationAttribute
{
    /// <inheritdoc/>
    protected override string Noun => "parameter";

    /// <inheritdoc/>
    protected override string Example => "date = '2026-11-28'";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (value is IDictionary given)
        {
            foreach (DictionaryEntry entry in given)
            {
                string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
                parameters[name] = entry.Value is null ? null : ((Dictionary<string, string>)base.Transform(engineIntrinsics, new Hashtable { [name] = entry.Value }))[name];
            }

            return parameters;
        }

        string[] texts = value switch
        {
            string text when !text.TrimStart().StartsWith("{", StringComparison.Ordinal) => [text],
            IEnumerable<string> several => several.ToArray(),
            object[] several => several.Select(one => LanguagePrimitives.ConvertTo<string>(one)).ToArray(),
            _ => [],
        };
        foreach (string name in texts.Where(text => text.Length > 0 && text.IndexOf('=') < 0))
        {
            parameters[name] = null;
        }

        string[] pairs = texts.Where(text => text.IndexOf('=') >= 0).ToArray();
        foreach (KeyValuePair<string, string> pair in (Dictionary<string, string>)base.Transform(engineIntrinsics, texts.Length > 0 ? pairs : inputData))
        {
            parameters[pair.Key] = pair.Value;
        }

        return parameters;
    }
}
