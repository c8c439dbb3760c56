using System.Collections;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes an event pattern as JSON text, or as a hashtable: @{ source = 'my.app'; detail = @{ state = 'ready' } }. A single value in a hashtable is a list of one, as patterns want it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EventPatternTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IDictionary map ? JsonObjects.Pattern(map).ToString() : LanguagePrimitives.ConvertTo<string>(inputData);
    }
}
