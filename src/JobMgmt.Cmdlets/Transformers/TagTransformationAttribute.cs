namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes worker tags.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagTransformationAttribute : TextMapTransformationAttribute
{
    /// <inheritdoc/>
    protected override string Noun => "tag";

    /// <inheritdoc/>
    protected override string Example => "role = 'job_worker'";

    /// <inheritdoc/>
    protected override bool MayBeEmpty => false;
}
