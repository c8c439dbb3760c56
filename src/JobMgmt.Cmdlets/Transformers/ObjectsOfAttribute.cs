using System.Management.Automation;

namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Refuses the module's objects of other types than it names: one that is only a part, or that has a name or an id in common with something else, would be taken for the whole.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ObjectsOfAttribute(string noun, params Type[] types) : ArgumentTransformationAttribute
{
    /// <summary>What the parameter takes, in a word.</summary>
    public string Noun { get; } = noun;

    /// <summary>The types whose objects it takes.</summary>
    public Type[] Types { get; } = types;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        foreach (object? item in ObjectKind.List(inputData) ?? new[] { inputData })
        {
            if (ObjectKind.Of(item) is { } kind && !ObjectKind.Is(item, Types))
            {
                throw new ArgumentTransformationMetadataException($"A {kind} is no {Noun}, though it tells of one. Name the {Noun}, or pipe the {Noun} itself.");
            }
        }

        return inputData;
    }
}
