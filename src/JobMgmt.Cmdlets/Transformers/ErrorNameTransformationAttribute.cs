using System.Globalization;
using System.Management.Automation;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes error names by exit code.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ErrorNameTransformationAttribute : TextMapTransformationAttribute
{
    /// <inheritdoc/>
    protected override string Noun => "error name";

    /// <inheritdoc/>
    protected override string Example => "75 = 'Temporary'";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IReadOnlyDictionary<int, string> ready ? ready.ToDictionary(name => name.Key, name => name.Value)
            : ((Dictionary<string, string>)base.Transform(engineIntrinsics, inputData)).ToDictionary(
                name => int.TryParse(name.Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int code) ? code : throw Fault($"'{name.Key}' is no exit code"),
                name => name.Value);
    }
}
