using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>Holds where one of its rules does; the first that does ends the evaluation.</summary>
internal sealed class OrRule : ChoiceRule
{
    private readonly ChoiceRule[] _rules;

    public OrRule(ChoiceRule[] rules) => _rules = rules;

    public override IEnumerable<JsonPath> Paths => _rules.SelectMany(rule => rule.Paths);

    public override bool Evaluate(EvaluationContext context) => Array.Exists(_rules, rule => rule.Evaluate(context));
}
