namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>The actions that the runtime runs, by name.</summary>
internal sealed class StepActionTable(IEnumerable<IStepAction> actions)
{
    private readonly Dictionary<string, IStepAction> _actions = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _actions.Keys.Order(StringComparer.Ordinal);

    public IStepAction? Find(string name) => _actions.GetValueOrDefault(name);
}
