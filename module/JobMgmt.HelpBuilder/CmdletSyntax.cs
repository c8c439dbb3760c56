using System.IO;
using System.Reflection;

namespace JobMgmt.HelpBuilder;

/// <summary>A cmdlet as reflection sees it: the part of help that must never be written by hand.</summary>
internal sealed record CmdletSyntax(string Verb, string Noun, string DefaultSet, IReadOnlyList<ParameterSyntax> Parameters, IReadOnlyList<string> Outputs)
{
    private static readonly (string Name, string Text)[] Common = [("WhatIf", "wi"), ("Confirm", "cf")];

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The parameter sets, the default one first.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            string[] named = [.. Parameters.Select(p => p.Set).Where(s => s != ParameterSyntax.AllSets).Distinct()];
            return named.Length == 0 ? [ParameterSyntax.AllSets] : [.. named.OrderBy(s => s == DefaultSet ? 0 : 1)];
        }
    }

    /// <summary>The parameters of one set, by position, then mandatory first, then as declared.</summary>
    public IEnumerable<ParameterSyntax> In(string set)
        => Parameters.Where(p => p.Set == set || p.Set == ParameterSyntax.AllSets)
            .OrderBy(p => p.Position ?? int.MaxValue).ThenBy(p => p.Mandatory ? 0 : 1);

    /// <summary>Each parameter once, as its first set has it; what it takes from the pipeline in one of its sets, it takes.</summary>
    public IEnumerable<ParameterSyntax> ParametersOfAnySet
        => Parameters.GroupBy(p => p.Name).Select(sets => sets.First() with
        {
            FromPipeline = sets.Any(p => p.FromPipeline),
            FromPipelineByPropertyName = sets.Any(p => p.FromPipelineByPropertyName),
        });

    /// <summary>Every public cmdlet of the assembly, by name.</summary>
    public static IReadOnlyList<CmdletSyntax> ReadAll(string assemblyPath)
        => [.. Assembly.LoadFrom(Path.GetFullPath(assemblyPath)).GetExportedTypes()
            .Where(t => !t.IsAbstract && Attribute(t, "CmdletAttribute") is not null)
            .Select(Read)
            .OrderBy(c => c.Name, StringComparer.Ordinal)];

    private static CmdletSyntax Read(Type type)
    {
        CustomAttributeData cmdlet = Attribute(type, "CmdletAttribute")!;
        List<ParameterSyntax> parameters = [];
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken))
        {
            foreach (CustomAttributeData data in property.GetCustomAttributesData().Where(a => a.AttributeType.Name == "ParameterAttribute" && Named(a, "DontShow") is not true))
            {
                string[] aliases = [.. property.GetCustomAttributesData().Where(a => a.AttributeType.Name == "AliasAttribute")
                    .SelectMany(a => (IEnumerable<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).Select(v => (string)v.Value!)];
                bool wildcards = property.GetCustomAttributesData().Any(a => a.AttributeType.Name == "SupportsWildcardsAttribute");
                parameters.Add(new ParameterSyntax(
                    property.Name,
                    property.PropertyType,
                    Named(data, "ParameterSetName") as string ?? ParameterSyntax.AllSets,
                    Named(data, "Mandatory") is true,
                    Named(data, "Position") as int?,
                    Named(data, "ValueFromPipeline") is true,
                    Named(data, "ValueFromPipelineByPropertyName") is true,
                    aliases,
                    wildcards));
            }
        }

        if (Named(cmdlet, "SupportsShouldProcess") is true)
        {
            parameters.AddRange(Common.Select(c => new ParameterSyntax(
                c.Name, typeof(System.Management.Automation.SwitchParameter), ParameterSyntax.AllSets, false, null, false, false, [c.Text], false)));
        }

        string[] outputs = [.. type.GetCustomAttributesData().Where(a => a.AttributeType.Name == "OutputTypeAttribute")
            .SelectMany(OutputTypes).Distinct()];
        return new CmdletSyntax(
            (string)cmdlet.ConstructorArguments[0].Value!, (string)cmdlet.ConstructorArguments[1].Value!,
            Named(cmdlet, "DefaultParameterSetName") as string ?? ParameterSyntax.AllSets, parameters, outputs);
    }

    private static IEnumerable<string> OutputTypes(CustomAttributeData data)
        => ((IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).Select(v => v.Value is Type t ? t.FullName! : (string)v.Value!);

    private static CustomAttributeData? Attribute(Type type, string name)
        => type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == name);

    private static object? Named(CustomAttributeData data, string name)
        => data.NamedArguments.Where(a => a.MemberName == name).Select(a => a.TypedValue.Value).FirstOrDefault();
}
