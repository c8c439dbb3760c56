namespace JobMgmt.HelpBuilder;

/// <summary>One parameter in one set; <see cref="Position"/> is null for "named".</summary>
internal sealed record ParameterSyntax(
    string Name,
    Type Type,
    string Set,
    bool Mandatory,
    int? Position,
    bool FromPipeline,
    bool FromPipelineByPropertyName,
    IReadOnlyList<string> Aliases,
    bool Wildcards)
{
    /// <summary>The set name of a parameter that belongs to every set.</summary>
    public const string AllSets = "__AllParameterSets";

    /// <summary>The type as Get-Help shows it.</summary>
    public string TypeName => Display(Type);

    /// <summary>A switch takes no value.</summary>
    public bool IsSwitch => Type.Name == "SwitchParameter";

    /// <summary>The values of an enum parameter; empty for others.</summary>
    public IReadOnlyList<string> Values
    {
        get
        {
            Type type = Nullable.GetUnderlyingType(Type) ?? (Type.IsArray ? Type.GetElementType()! : Type);
            return type.IsEnum ? Enum.GetNames(type) : [];
        }
    }

    private static string Display(Type type)
        => Nullable.GetUnderlyingType(type) is { } inner ? Display(inner)
            : type.IsGenericType && type.Name.StartsWith("Dictionary", StringComparison.Ordinal) ? "Hashtable" // what people type
            : type.IsArray ? Display(type.GetElementType()!) + "[]"
            : type.Name;
}
