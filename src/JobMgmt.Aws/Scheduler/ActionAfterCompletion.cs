using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>What becomes of a schedule after its last invocation. A value unknown here is kept as it came.</summary>
public sealed class ActionAfterCompletion : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ActionAfterCompletion(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ActionAfterCompletion NONE = new("NONE");
    public static readonly ActionAfterCompletion DELETE = new("DELETE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ActionAfterCompletion FindValue(string value) => FindValue<ActionAfterCompletion>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ActionAfterCompletion(string value) => FindValue(value);
}
