namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>A Map's Label is part of ARNs: 40 characters at most, none that ARNs can't have, and no second one like it in the state machine. Looked at once, from the root.</summary>
internal sealed class LabelRule : IValidationRule
{
    private const int MaxLength = 40;
    private const string Forbidden = "?*<>{}[]:;,\\|^~$#%&`\"/";

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in scope.All().SelectMany(inner => inner.States).Where(state => state.Type == "Map"))
        {
            if (state.Text("Label") is not { } label)
            {
                continue;
            }

            if (label.Length is 0 or > MaxLength)
            {
                diagnostics.Schema(state.At("Label"), $"The field 'Label' should have between 1 and {MaxLength} characters");
            }
            else if (label.Any(IsForbidden))
            {
                diagnostics.Schema(state.At("Label"), "The field 'Label' contains characters that are not allowed");
            }
            else if (!seen.Add(label))
            {
                diagnostics.Schema(state.At("Label"), $"Duplicate Label: {label}");
            }
        }
    }

    private static bool IsForbidden(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || Forbidden.IndexOf(character) >= 0;
}
