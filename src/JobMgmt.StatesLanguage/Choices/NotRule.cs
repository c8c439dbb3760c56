using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>Holds where its rule does not.</summary>
internal sealed class NotRule : ChoiceRule
{
    private readonly ChoiceRule _rule;

    public NotRule(ChoiceRule rule) => _rule = rule;

    public override IEnumerable<JsonPath> Paths => _rule.Paths;

    public override bool Evaluate(EvaluationContext context) => !_rule.Evaluate(context);
}
