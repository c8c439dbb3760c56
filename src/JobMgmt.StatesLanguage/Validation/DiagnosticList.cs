namespace JobMgmt.StatesLanguage.Validation;

/// <summary>What the rules report to.</summary>
internal sealed class DiagnosticList
{
    private readonly List<Diagnostic> _items = [];

    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors => _items.Exists(item => item.Severity == DiagnosticSeverity.Error);

    public void Schema(string location, string message) => Add(DiagnosticCodes.Schema, location, message);

    public void Add(string code, string? location, string message)
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Error, code, location, message);
        if (!_items.Contains(diagnostic))
        {
            _items.Add(diagnostic);
        }
    }
}
