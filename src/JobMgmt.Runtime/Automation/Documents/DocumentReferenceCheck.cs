using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>Every <c>{{ name }}</c> in a document must name a parameter, a step's output, or a built-in value.</summary>
internal static class DocumentReferenceCheck
{
    public static void Check(AutomationDocument document)
    {
        foreach (var step in document.Steps)
        {
            // a script may hold double braces of its own (format strings, templates): there only known names are references
            var inputs = step.Inputs.Without("Script");
            foreach (var name in References.In(inputs).Concat(References.In(step.MaxAttempts)).Concat(step.TimeoutSeconds is { } limit ? References.In(limit) : []))
            {
                Check(document, name);
            }
        }

        foreach (var name in document.Outputs)
        {
            Check(document, name);
        }
    }

    private static void Check(AutomationDocument document, string name)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            if (!BuiltInReferences.IsKnown(name))
            {
                throw DocumentShape.Invalid($"\"{{{{ {name} }}}}\" is not a value that a document can refer to here.");
            }
        }
        else if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            if (document.Steps.All(step => step.Name != name[..dot]))
            {
                throw DocumentShape.Invalid($"Step \"{name[..dot]}\" is not declared.");
            }
        }
        else if (document.Parameters.All(parameter => parameter.Name != name))
        {
            throw DocumentShape.Invalid($"Parameter \"{name}\" is not declared.");
        }
    }
}
