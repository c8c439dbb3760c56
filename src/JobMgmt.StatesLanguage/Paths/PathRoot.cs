namespace JobMgmt.StatesLanguage.Paths;

/// <summary>What a path starts from.</summary>
public enum PathRoot
{
    /// <summary><c>$</c>: the state's input, or whatever data the field is applied to.</summary>
    Input,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable that an Assign field set.</summary>
    Variable,
}
