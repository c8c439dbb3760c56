using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Events;

/// <summary>The rules with their targets, parsed once; read on the store's writer thread, where every change of them happens too.</summary>
internal sealed class RuleTable
{
    private IReadOnlyList<(EventRule Rule, IReadOnlyList<EventTarget> Targets)>? _rules;

    /// <summary>All rules, as the caller's transaction sees them.</summary>
    public IReadOnlyList<(EventRule Rule, IReadOnlyList<EventTarget> Targets)> Rules(StoreConnection store) =>
        _rules ??= [.. EventStore.Rules(store).Select(rule => (rule, (IReadOnlyList<EventTarget>)EventStore.Targets(store, rule.Name)))];

    /// <summary>Call in the transaction that changes a rule or its targets.</summary>
    public void Forget() => _rules = null;
}
