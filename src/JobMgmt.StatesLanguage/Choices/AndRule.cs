using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>Holds where all its rules do; the first that does not ends the evaluation, so IsPresent can guard what follows it.</summary>
internal sealed class AndRule : ChoiceRule
{
    private readonly ChoiceRule[] _rules;

    public AndRule(ChoiceRule[] rules) => _rules = rules;

    public override IEnumerable<JsonPath> Paths => _rules.SelectMany(rule => rule.Paths);

    public override bool Evaluate(EvaluationContext context) => Array.TrueForAll(_rules, rule => rule.Evaluate(context));
}
