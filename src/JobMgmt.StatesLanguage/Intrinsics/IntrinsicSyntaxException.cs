namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A text is no call of an intrinsic function.</summary>
public sealed class IntrinsicSyntaxException : FormatException
{
    /// <summary>Says what is wrong, in which expression, and where.</summary>
    public IntrinsicSyntaxException(string expression, int position, string problem)
        : base($"{problem} at position {position} of '{expression}'.")
    {
        Expression = expression;
        Position = position;
    }

    /// <summary>The whole expression.</summary>
    public string Expression { get; }

    /// <summary>The offset of the character that does not fit, from 0.</summary>
    public int Position { get; }
}
