using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Checks;

/// <summary>What the rules report to.</summary>
internal sealed class FindingList
{
    private readonly List<NetworkFinding> _items = new();

    internal IReadOnlyList<NetworkFinding> Items => _items;

    internal void Error(string code, string? location, string message) => Add(new NetworkFinding(DiagnosticSeverity.Error, code, location, message));

    internal void Warning(string code, string? location, string message) => Add(new NetworkFinding(DiagnosticSeverity.Warning, code, location, message));

    internal void Add(NetworkFinding finding)
    {
        if (!_items.Contains(finding))
        {
            _items.Add(finding);
        }
    }
}
