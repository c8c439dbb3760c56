using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// The enabled rules with their targets, in an index; read on the store's writer thread, where every change of them happens too. A rule that was changed is read again when
/// the next event comes, and once more after its transaction has ended: it may have been undone.
/// </summary>
internal sealed class RuleTable
{
    private readonly PatternIndex<ActiveRule> _index = new();
    private readonly Dictionary<string, ActiveRule> _active = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _changed = new(StringComparer.Ordinal);
    private bool _isRead;

    /// <summary>The rules that an event (the whole envelope) matches, as the caller's transaction sees them, by name.</summary>
    public IReadOnlyList<ActiveRule> Matching(StoreConnection store, JsonObject envelope)
    {
        Update(store);
        var found = _index.Find(envelope);
        found.Sort((a, b) => string.CompareOrdinal(a.Rule.Name, b.Rule.Name));
        return found;
    }

    /// <summary>Call in the transaction that changes a rule or its targets.</summary>
    public void Changed(StoreConnection store, string name) => _changed[name] = store.Transaction;

    private void Update(StoreConnection store)
    {
        if (!_isRead)
        {
            EventStore.Rules(store).ForEach(rule => Add(store, rule));
            _isRead = true;
        }

        foreach (var (name, transaction) in _changed)
        {
            if (_active.Remove(name, out var old))
            {
                _index.Remove(old);
            }

            if (EventStore.FindRule(store, name) is { } rule)
            {
                Add(store, rule);
            }

            if (transaction < store.Transaction)
            {
                _changed.Remove(name);
            }
        }
    }

    private void Add(StoreConnection store, EventRule rule)
    {
        if (rule.IsEnabled && rule.Pattern() is { } pattern)
        {
            var active = new ActiveRule(rule, EventStore.Targets(store, rule.Name));
            _active.Add(rule.Name, active);
            _index.Add(active, pattern);
        }
    }
}
