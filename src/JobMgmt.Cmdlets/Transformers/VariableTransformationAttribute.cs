namespace JobMgmt.Cmdlets.Transformers;

/// <summary>Takes variables of a job's environment, or the parameters that secrets are read from.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class VariableTransformationAttribute : TextMapTransformationAttribute
{
    /// <inheritdoc/>
    protected override string Noun => "variable";

    /// <inheritdoc/>
    protected override string Example => "NAME = 'value'";
}
