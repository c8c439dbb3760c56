using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation.Rules;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Runs the rules over a definition. The graph is looked at only once the schema holds: a state without its Next would be reported twice.</summary>
internal static class DefinitionValidator
{
    private static readonly IValidationRule[] _schema =
    [
        new RequiredFieldsRule(),
        new SupportedFieldsRule(),
        new FieldKindRule(),
        new StateNameRule(),
        new QueryLanguageRule(),
        new NextOrEndRule(),
        new ResourceRule(),
        new CredentialsRule(),
        new PathSyntaxRule(),
        new TemplateSyntaxRule(),
        new JsonataSyntaxRule(),
        new VariableRule(),
        new ChoiceRuleSyntaxRule(),
        new WaitRule(),
        new FailRule(),
        new TimeoutRule(),
        new RetryCatchRule(),
        new MapRule(),
    ];

    private static readonly IValidationRule[] _graph = [new TransitionTargetRule(), new EndStateRule(), new ReachabilityRule()];

    public static void Validate(JsonObject definition, bool isExpress, DiagnosticList diagnostics)
    {
        var root = new ScopeNode(definition, string.Empty, true, definition);
        var scopes = root.All().ToArray();
        Run(_schema, scopes, diagnostics);
        if (isExpress)
        {
            Run([new ExpressRule()], scopes, diagnostics);
        }

        new DuplicateStateNameRule().Check(root, diagnostics);
        if (!diagnostics.HasErrors)
        {
            Run(_graph, scopes, diagnostics);
        }
    }

    private static void Run(IValidationRule[] rules, ScopeNode[] scopes, DiagnosticList diagnostics)
    {
        foreach (var rule in rules)
        {
            foreach (var scope in scopes)
            {
                rule.Check(scope, diagnostics);
            }
        }
    }
}
